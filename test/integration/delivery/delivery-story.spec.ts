import { RefreshStandings } from '@app/delivery';
import {
  type ReportingRegister,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../../support/reporting';

interface Delivered {
  readonly status: string;
  readonly daysLeft: number;
  readonly clocks: {
    readonly claim: { readonly asOf: string; readonly value: number; readonly share: number } | null;
    readonly evidence: { readonly value: number; readonly rank: string; readonly band: string } | null;
    readonly original: {
      readonly lastDay: string;
      readonly standing: string;
      readonly movedDays: number;
    } | null;
  };
  readonly flags: {
    readonly reportLateSince: string | null;
    readonly staleSince: string | null;
    readonly evidence: string | null;
    readonly blockedBy: readonly string[];
  };
  readonly forecast: {
    readonly kind: string;
    readonly sentence: { readonly en: string };
    readonly method: { readonly en: string } | null;
    readonly from: string | null;
    readonly until: string | null;
    readonly pace: { readonly now: number; readonly needed: number } | null;
    readonly wide: boolean | null;
    readonly crossesDeadline: boolean;
  };
  readonly burnUp: {
    readonly promisedLine: string;
    readonly promised: readonly { readonly day: string; readonly value: number }[];
    readonly claimed: readonly { readonly value: number }[];
    readonly accepted: readonly { readonly day: string; readonly value: number }[];
    readonly forecast: { readonly earliest: string } | null;
  };
}

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';

describe('the delivery of a promise', () => {
  let register: ReportingRegister;
  let staff: ReportingRegister['staff'];

  beforeAll(async () => {
    register = await startReporting(START);
    ({ staff } = register);
  }, PATIENCE);
  beforeEach(() => nightOf(register, START));
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
  });

  type Person = { http: ReportingRegister['editor']['http'] };

  const promiseOf = async (deadline: string) => {
    const promised = await promisedByOwn(register, [jobs('c1', 200, { deadline: { stated: deadline } })]);
    await arrange(staff.officer, promised.id, { rhythm: 'quarterly', fromDay: '2026-02-10' });
    return { id: promised.id, commitment: promised.commitments[0] ?? '' };
  };
  const show = async (commitment: string, who: Person = staff.officer, asOf = '') =>
    (await who.http<Delivered>('GET', `/commitments/${commitment}${asOf && `?asOf=${asOf}`}`)).body;
  const found = async (status: string) =>
    (
      await staff.officer.http<{ items: { id: string }[] }>('GET', `/commitments?status=${status}`)
    ).body.items.map(({ id }) => id);

  async function take(id: string, action: string, who: Person, extra: object = {}) {
    const { body } = await who.http<{ revision: number }>('GET', `/reports/${id}`);
    const headers = { 'if-match': `"${body.revision}"` };
    const taken = await who.http('POST', `/reports/${id}/transitions`, {
      headers,
      body: { action, ...extra },
    });
    expect(taken.status).toBe(200);
  }

  /** The oldest report that was asked for is written, attested and, where it says so, accepted. */
  async function report(commitment: string, value: number, accepted = true, extra: object = {}) {
    const path = `/reports?commitment=${commitment}&state=requested`;
    const { body } = await register.editor.http<{ items: { id: string; revision: number }[] }>('GET', path);
    const asked = body.items.at(-1);
    if (!asked) throw new Error('nothing was asked for');
    const saved = await register.editor.http('PATCH', `/reports/${asked.id}`, {
      headers: { 'if-match': `"${asked.revision}"` },
      body: { value, evidence: [{ figure: 'value', kind: 'self_declared' }], ...extra },
    });
    expect(saved.status).toBe(200);
    await take(asked.id, 'submit', register.representative);
    if (accepted) await take(asked.id, 'accept', staff.verifier);
    return asked.id;
  }

  const refresh = (agreementId: string) => register.api.app.get(RefreshStandings).ofAgreement(agreementId);

  it('is told by clocks, flags and a forecast, and found by its status', async () => {
    const { id, commitment } = await promiseOf('2026-12-31');
    expect(await show(commitment)).toMatchObject({
      status: 'unreported',
      clocks: {
        claim: null,
        evidence: null,
        original: { lastDay: '2026-12-31', standing: 'ahead', movedDays: 0 },
      },
      forecast: { kind: 'not_enough_reports', from: null, crossesDeadline: false },
      burnUp: { promisedLine: 'straight_assumption', accepted: [], forecast: null },
    });
    await nightOf(register, '2026-04-02T10:00:00Z');
    await report(commitment, 20);
    await nightOf(register, '2026-07-02T10:00:00Z');
    await report(commitment, 50);
    await refresh(id);
    const now = await show(commitment);
    expect(now).toMatchObject({
      status: 'at_risk',
      clocks: {
        claim: { asOf: '2026-06-30', value: 50, share: 0.25 },
        evidence: { value: 50, rank: 'self_declared', band: 'reported' },
      },
      flags: { reportLateSince: null, staleSince: null, evidence: 'self_declared', blockedBy: [] },
      forecast: { kind: 'range', wide: true },
    });
    expect(now.forecast.sentence.en.replace(/[\u2066-\u2069]/g, '')).toMatch(
      /^It needs 25 jobs a month and makes 10 jobs a month\. At this pace the target is reached between .+ and .+\. The range is wide/,
    );
    expect(now.burnUp.accepted.map(({ day, value }) => [day, value])).toEqual([
      ['2026-03-31', 20],
      ['2026-06-30', 50],
    ]);
    expect(await found('at_risk')).toContain(commitment);
    // Of what others owe an investor reads no more than the public.
    expect((await show(commitment, register.representative)).status).toBe('at_risk');
    expect((await show(commitment, register.stranger)).status).not.toBe('at_risk');
    // What was accepted that day crosses the deadline; it is confirmed the day after.
    expect(now.forecast.crossesDeadline).toBe(false);
    await nightOf(register, '2026-07-03T10:00:00Z');
    expect((await show(commitment)).forecast.crossesDeadline).toBe(true);
    const then = await show(commitment, staff.officer, '2026-04-30');
    expect([then.status, then.clocks.evidence?.value, then.forecast.kind]).toEqual([
      'unreported',
      20,
      'not_enough_reports',
    ]);
  });

  it('shows a claim that waits to whoever made it and to the house, and to nobody else', async () => {
    const { id, commitment } = await promiseOf('2026-06-30');
    await nightOf(register, '2026-07-02T10:00:00Z');
    await report(commitment, 30);
    await report(commitment, 210, false);
    await refresh(id);
    for (const who of [staff.officer, register.representative]) {
      expect(await show(commitment, who)).toMatchObject({
        status: 'awaiting_verification',
        clocks: { claim: { value: 210 }, evidence: { value: 30 } },
      });
    }
    expect(await show(commitment, register.stranger)).toMatchObject({
      clocks: { claim: null, evidence: { value: 30 } },
      burnUp: { claimed: [] },
    });
  });

  it('is met by the day of the value, however late it was accepted', async () => {
    const { id, commitment } = await promiseOf('2026-06-30');
    await nightOf(register, '2026-07-02T10:00:00Z');
    await report(commitment, 30);
    const last = await report(commitment, 210, false);
    await nightOf(register, '2026-11-02T10:00:00Z');
    await take(last, 'accept', staff.verifier);
    await refresh(id);
    expect(await show(commitment)).toMatchObject({
      status: 'met',
      clocks: { original: { standing: 'met' } },
      forecast: { kind: 'reached' },
    });
    expect(await found('met')).toContain(commitment);
  });

  it('is at risk by a duty of the State that the accepted report names', async () => {
    const { id, commitment } = await promiseOf('2029-12-31');
    await nightOf(register, '2026-04-02T10:00:00Z');
    await report(commitment, 20, true, {
      obstacles: [{ kind: 'state_duty', text: 'a fictional permit', commitmentId: null }],
    });
    await refresh(id);
    expect(await show(commitment)).toMatchObject({
      status: 'at_risk',
      flags: { blockedBy: ['a fictional permit'] },
    });
  });

  it('is late after grace', async () => {
    const { commitment } = await promiseOf('2029-12-31');
    await nightOf(register, '2026-04-02T10:00:00Z');
    expect((await show(commitment)).flags).toMatchObject({ reportLateSince: null, staleSince: null });
    await nightOf(register, '2026-11-02T10:00:00Z');
    const { flags } = await show(commitment);
    expect(flags.reportLateSince).toMatch(/^2026-/);
    expect(flags.staleSince).toBeNull();
  });
});
