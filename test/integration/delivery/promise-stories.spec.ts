import { RefreshStandings } from '@app/delivery';
import { countryWide, signInAs } from '../../support/accounts';
import { type AgreementRecord, amend } from '../../support/agreements';
import { take as takeLegalStep } from '../../support/legal-life';
import { NONE, reportHands } from '../../support/report-hands';
import {
  type ReportingRegister,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../../support/reporting';

/** As much of a promise as its story looks at. */
interface Told {
  readonly revision: number;
  readonly status: string;
  readonly clocks: {
    readonly claim: { readonly value: number } | null;
    readonly evidence: { readonly asOf: string; readonly value: number } | null;
    readonly original: { readonly lastDay: string; readonly movedDays: number } | null;
  };
  readonly flags: { readonly disputed: boolean; readonly rescheduled: { readonly days: number } | null };
}

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';
/** When the quarters of a year are asked for. */
const APRIL = '2026-04-02T10:00:00Z';
const JULY = '2026-07-02T10:00:00Z';

describe('the story of a promise', () => {
  let register: ReportingRegister;
  let staff: ReportingRegister['staff'];
  let hands: ReturnType<typeof reportHands>;
  let sourceId: string;

  beforeAll(async () => {
    register = await startReporting(START);
    ({ staff } = register);
    hands = reportHands(register);
    const { body } = await staff.officer.http<{ id: string }>('POST', '/sources', {
      body: { url: 'https://paper.test/act', title: 'A fictional paper' },
    });
    sourceId = body.id;
  }, PATIENCE);
  beforeEach(() => nightOf(register, START));
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
  });

  /** A promise of fictional jobs by a day, on which its company reports each quarter. */
  async function promise(deadline: string, value = 200) {
    const { id, commitments } = await promisedByOwn(register, [
      jobs('c1', value, { deadline: { stated: deadline } }),
    ]);
    await arrange(staff.officer, id, { rhythm: 'quarterly', fromDay: '2026-02-10' });
    return { id, commitment: commitments[0] ?? '' };
  }

  /** The oldest report that was asked for is written and attested. */
  async function submitted(commitment: string, value: number): Promise<string> {
    const path = `/reports?commitment=${commitment}&state=requested`;
    const { body } = await register.editor.http<{ items: { id: string }[] }>('GET', path);
    const report = body.items.at(-1)?.id ?? '';
    expect((await hands.save(report, { value, ...NONE })).status).toBe(200);
    expect((await hands.take(report, 'submit', register.representative)).status).toBe(200);
    return report;
  }

  async function accepted(commitment: string, value: number): Promise<string> {
    const report = await submitted(commitment, value);
    expect((await hands.take(report, 'accept', staff.verifier)).status).toBe(200);
    return report;
  }

  async function told({
    id,
    commitment,
  }: {
    readonly id: string;
    readonly commitment: string;
  }): Promise<Told> {
    await register.api.app.get(RefreshStandings).ofAgreement(id);
    return (await staff.officer.http<Told>('GET', `/commitments/${commitment}`)).body;
  }

  it('met early: the target is reached before the last day', async () => {
    const promised = await promise('2026-12-31');
    await nightOf(register, APRIL);
    await accepted(promised.commitment, 210);
    expect(await told(promised)).toMatchObject({
      status: 'met',
      clocks: { evidence: { asOf: '2026-03-31', value: 210 } },
    });
  });

  it('met late: overdue with a figure below the target, then reached after the last day', async () => {
    const promised = await promise('2026-03-31');
    await nightOf(register, APRIL);
    await accepted(promised.commitment, 150);
    expect((await told(promised)).status).toBe('overdue');
    await nightOf(register, JULY);
    await accepted(promised.commitment, 205);
    expect(await told(promised)).toMatchObject({ status: 'met_late', clocks: { evidence: { value: 205 } } });
  });

  it('met by the day of the observation, however late it was approved', async () => {
    const promised = await promise('2026-03-31');
    await nightOf(register, APRIL);
    const report = await submitted(promised.commitment, 200);
    expect((await told(promised)).status).toBe('awaiting_verification');
    await nightOf(register, '2026-09-02T10:00:00Z');
    await hands.take(report, 'accept', staff.verifier);
    expect(await told(promised)).toMatchObject({
      status: 'met',
      clocks: { evidence: { asOf: '2026-03-31', value: 200 } },
    });
  });

  it('short and closed partially: after the last day and the reply, with what was delivered kept', async () => {
    const promised = await promise('2026-03-31');
    await nightOf(register, APRIL);
    await accepted(promised.commitment, 150);
    const notice = { word: 'closed_not_met', channel: 'letter', sentOn: '2026-04-02' };
    const given = await staff.officer.http('POST', `/commitments/${promised.commitment}/notices`, {
      body: notice,
    });
    expect(given.status).toBe(201);
    await nightOf(register, '2026-05-04T10:00:00Z');
    const { revision } = await told(promised);
    const decided = await staff.director.http('POST', `/commitments/${promised.commitment}/decisions`, {
      headers: { 'if-match': `"${revision}"` },
      body: { outcome: 'closed_partial', reason: 'three quarters of it were delivered' },
    });
    expect(decided.status).toBe(200);
    expect(await told(promised)).toMatchObject({
      status: 'closed_partial',
      clocks: { evidence: { value: 150 } },
    });
  });

  it('disputed: the figure stands, and that it is disputed is said beside it', async () => {
    const promised = await promise('2029-12-31');
    await nightOf(register, APRIL);
    const report = await submitted(promised.commitment, 60);
    const another = { acceptedValue: 40, reason: 'the payroll says so' };
    await hands.take(report, 'accept_with_reservation', staff.verifier, another);
    const dispute = { reason: 'the count is of another day' };
    expect((await hands.take(report, 'dispute', register.representative, dispute)).status).toBe(200);
    expect(await told(promised)).toMatchObject({
      clocks: { claim: { value: 60 }, evidence: { value: 40 } },
      flags: { disputed: true },
    });
  });

  it('corrected: the later figure of the period is followed, and the first is not erased', async () => {
    const promised = await promise('2029-12-31');
    await nightOf(register, APRIL);
    const first = await accepted(promised.commitment, 40);
    const { body: correction } = await hands.begin(promised.commitment, { correctsId: first });
    await hands.save(correction.id, { value: 38 });
    await hands.take(correction.id, 'submit', register.representative);
    await hands.take(correction.id, 'accept', staff.verifier);
    expect((await told(promised)).clocks.evidence).toMatchObject({ value: 38 });
    expect(await hands.read(first)).toMatchObject({ state: 'superseded', acceptedValue: 40 });
  });

  it('suspended in between: silent while it is, and due later by the days that it was', async () => {
    const promised = await promise('2026-06-30');
    await nightOf(register, APRIL);
    await accepted(promised.commitment, 40);
    const suspension = { ground: 'a dispute about land', expectedEnd: '2026-09-01' };
    await takeLegalStep(staff.legal, promised.id, 'suspend', { on: '2026-04-02', suspension });
    await nightOf(register, JULY);
    expect((await told(promised)).status).toBe('suspended');
    await takeLegalStep(staff.legal, promised.id, 'resume', {
      ...{ on: '2026-07-02', shift: { rule: 'whole_interval' } },
    });
    const resumed = await told(promised);
    expect(resumed.status).not.toMatch(/overdue|suspended/);
    expect(resumed).toMatchObject({
      clocks: { evidence: { value: 40 }, original: { lastDay: '2026-06-30', movedDays: 91 } },
      flags: { rescheduled: { days: 91 } },
    });
  });

  it('amended from 700 to 500 with 520 verified: met, dated by the observation', async () => {
    const promised = await promise('2027-12-31', 700);
    await nightOf(register, APRIL);
    const report = await accepted(promised.commitment, 520);
    // Of a promise of that size a second verifier looks too.
    expect((await told(promised)).clocks.evidence).toBeNull();
    const second = await signInAs(register.api, { grants: [countryWide('verifier')] });
    expect((await hands.take(report, 'accept', second)).body.state).toBe('accepted');
    const before = await told(promised);
    expect([before.clocks.evidence?.value, before.status]).toEqual([520, 'on_track']);
    await nightOf(register, JULY);
    await amend(staff, promised.id, sourceId, (document: AgreementRecord['document']) => ({
      ...document,
      commitments: document.commitments.map((one) => ({
        ...one,
        quantity: { qualifier: 'exactly', value: 500, unit: 'jobs', relation: 'direct', basis: 'new' },
      })),
    }));
    expect(await told(promised)).toMatchObject({
      status: 'met',
      clocks: { evidence: { asOf: '2026-03-31', value: 520 } },
    });
  });
});
