import { createHash } from 'node:crypto';
import { countryWide, signInAs } from '../../support/accounts';
import type { Offer } from '../../support/agreements';
import type { Refused } from '../../support/legal-life';
import {
  type ReportingRegister,
  arrange,
  attach,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../../support/reporting';

interface Report {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly onBehalf: boolean;
  readonly isLate: boolean;
  readonly claimedValue: number | null;
  readonly acceptedValue: number | null;
  readonly correctedById: string | null;
  readonly submittedBy: string | null;
  readonly waiting: { readonly workingDays: number; readonly isOver: boolean } | null;
  readonly decision: { readonly by: string | null; readonly reason: string | null } | null;
  readonly firstReview: { readonly value: number } | null;
  readonly content: {
    readonly value: number | null;
    readonly asOf: string | null;
    readonly stage: string | null;
  };
  readonly evidence: readonly { readonly id: string; readonly sha256: string }[];
  readonly receipt: { readonly sha256: string; readonly form: string } | null;
  readonly steps: readonly { readonly action: string; readonly by: string | null }[];
  readonly allowedActions: readonly Offer[];
}

type Answered = Report & Refused;
type Person = { http: ReportingRegister['editor']['http'] };

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';
const APRIL = '2026-04-02T10:00:00Z';

describe('a report', () => {
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

  const read = async (id: string, who: Person = staff.officer) =>
    (await who.http<Report>('GET', `/reports/${id}`)).body;
  async function save(id: string, body: object, who: Person = register.editor) {
    const { revision } = await read(id);
    return who.http<Answered>('PATCH', `/reports/${id}`, { headers: { 'if-match': `"${revision}"` }, body });
  }
  async function take(id: string, action: string, who: Person, extra: object = {}) {
    const { revision } = await read(id);
    const headers = { 'if-match': `"${revision}"` };
    return who.http<Answered>('POST', `/reports/${id}/transitions`, { headers, body: { action, ...extra } });
  }
  const begin = (commitment: string | undefined, body: object, who: Person = register.editor) =>
    who.http<Answered>('POST', `/commitments/${commitment}/reports`, { body });
  const codes = (body: Refused) => (body.errors ?? []).map(({ field, code }) => `${field}: ${code}`);
  const observations = (commitment: string | undefined) =>
    register.api.dataSource.query<{ value: number; rank: string; superseded_on: string | null }[]>(
      'SELECT value, rank, superseded_on FROM accepted_observation WHERE commitment_id = $1 ORDER BY id',
      [commitment],
    );

  /** A promise of which the first quarter was asked for. */
  async function asked(value = 200, change: object = {}) {
    const promised = await promisedByOwn(register, [jobs('c1', value, change)]);
    await arrange(staff.officer, promised.id, { rhythm: 'quarterly', fromDay: '2026-02-10' });
    await nightOf(register, APRIL);
    const path = `/reports?commitment=${promised.commitments[0]}`;
    const { body } = await register.editor.http<{ items: Report[] }>('GET', path);
    return { ...promised, commitment: promised.commitments[0], report: body.items[0]?.id ?? '' };
  }

  const NONE = { evidence: [{ figure: 'value', kind: 'none' }] };

  /** A report that its organisation submitted. */
  async function submitted(value = 40, target = 200) {
    const promise = await asked(target);
    await save(promise.report, { value, ...NONE });
    const { status, body } = await take(promise.report, 'submit', register.representative);
    expect([status, body.state]).toEqual([200, 'submitted']);
    return promise;
  }

  it('that was asked for begins when it is typed, is attested by a representative and leaves a receipt', async () => {
    const { report, commitment } = await asked();
    expect(await read(report, register.editor)).toMatchObject({
      state: 'requested',
      content: { value: null },
    });
    const saved = await save(report, { value: 40, narrative: 'hired in March' });
    expect([saved.status, saved.body.state, saved.body.content.asOf]).toEqual([200, 'draft', '2026-03-31']);
    const stale = await register.editor.http('PATCH', `/reports/${report}`, {
      headers: { 'if-match': '"1"' },
      body: { value: 41 },
    });
    expect(stale.status).toBe(412);
    expect((await take(report, 'submit', register.editor)).body.code).toBe('permission_required');
    const refused = await take(report, 'submit', register.representative);
    expect([refused.status, refused.body.code, codes(refused.body)]).toEqual([
      422,
      'report_incomplete',
      ['evidence: evidence_required'],
    ]);
    await save(report, NONE);
    const { status, body } = await take(report, 'submit', register.representative);
    expect([status, body.state, body.claimedValue, body.onBehalf]).toEqual([200, 'submitted', 40, false]);
    const { sha256 = '', form = '' } = body.receipt ?? {};
    expect(createHash('sha256').update(form).digest('hex')).toBe(sha256);
    expect(JSON.parse(form)).toMatchObject({ reportId: report, commitmentId: commitment, submission: 1 });
    expect([body.submittedBy, ...new Set(body.steps.map(({ by }) => by))]).toEqual([null, null]);
    expect((await read(report)).submittedBy).toBe(`account:${register.representative.accountId}`);
    expect((await save(report, { value: 50 })).body.code).toBe('report_not_writable');
  });

  it('that was asked for and withdrawn is owed as before, by the same day', async () => {
    const { report, commitment } = await asked();
    const owed = async () =>
      register.api.dataSource.query<{ state: string; due_on: string; grace_until: string }[]>(
        `SELECT state, due_on, grace_until FROM report WHERE commitment_id = $1 ORDER BY id`,
        [commitment],
      );
    const [first] = await owed();
    await save(report, { value: 40 });
    const withdraw = (one: string, who: Person) => take(one, 'withdraw', who, { reason: 'a wrong file' });
    expect((await withdraw(report, register.editor)).body.state).toBe('withdrawn');
    await nightOf(register, '2026-04-20T10:00:00Z');
    await nightOf(register, '2026-04-21T10:00:00Z');
    expect(await owed()).toEqual([{ ...first, state: 'withdrawn' }, first]);
    // Also who begins it before the register asks again.
    const path = `/reports?commitment=${commitment}&state=requested`;
    const { body } = await register.editor.http<{ items: Report[] }>('GET', path);
    const again = body.items[0]?.id ?? '';
    await save(again, { value: 40 });
    await withdraw(again, register.editor);
    const begun = await begin(commitment, { periodUntil: '2026-03-31' });
    expect(begun.status).toBe(201);
    expect((await owed()).at(-1)).toEqual({ ...first, state: 'draft' });
    // What the house takes back is not asked for again.
    const other = await asked();
    expect((await withdraw(other.report, staff.officer)).body.state).toBe('withdrawn');
    expect(await nightOf(register, '2026-04-22T10:00:00Z')).toMatchObject({ asked: 0 });
  });

  it('of an investor is about a period of the calendar while one is open', async () => {
    const { commitment } = await asked();
    await nightOf(register, '2026-06-30T10:00:00Z');
    for (const periodUntil of ['2026-06-30', '2026-05-31']) {
      const refused = await begin(commitment, { periodUntil });
      expect([refused.status, codes(refused.body)]).toEqual([422, ['periodUntil: no_period_of_calendar']]);
    }
    expect((await begin(commitment, { periodUntil: '2026-05-31' }, staff.officer)).status).toBe(201);
  });

  it('refuses what cannot be while it is typed', async () => {
    const { report } = await asked();
    const wrong = async (body: object) => codes((await save(report, body)).body);
    expect(await wrong({ value: -1 })).toEqual(['value: too_small']);
    expect(await wrong({ value: 3.5 })).toEqual(['value: value_not_whole']);
    expect(await wrong({ asOf: '2026-04-20' })).toEqual(['asOf: day_in_future']);
    expect(await wrong({ asOf: '2026-04-01' })).toEqual(['asOf: day_after_period']);
    expect(await wrong({ asOf: '2025-12-31' })).toEqual(['asOf: day_before_period']);
    expect(await wrong({ stage: 'done' })).toEqual(['stage: not_measured_so']);
    const part = (by: string, key: string) => ({ breakdowns: [{ by, parts: [{ key, value: 1 }] }] });
    expect(await wrong(part('contract', 'for_life'))).toEqual(['breakdowns[0].parts[0].key: unknown_part']);
    expect(await wrong(part('region', 'XX-99'))).toEqual(['breakdowns[0].parts[0].key: unknown_part']);
    const { commitments } = await promisedByOwn(register, [jobs('c1', 200)]);
    const early = await begin(commitments[0], { periodUntil: '2025-06-30' });
    expect(early.body.state).toBe('draft');
    expect(codes((await save(early.body.id, { asOf: '2025-02-28' })).body)).toEqual([
      'asOf: day_before_signature',
    ]);
  });

  it('has breakdowns that equal the total, or say that they are some of it', async () => {
    const { report } = await asked();
    const contracts = (kept: number, partial = false) => ({
      breakdowns: [
        {
          ...{ by: 'contract', partial },
          parts: [
            { key: 'permanent_kept_18_months', value: kept },
            { key: 'permanent', value: 10 },
          ],
        },
      ],
    });
    await save(report, { value: 40, ...NONE, ...contracts(20) });
    const submit = () => take(report, 'submit', register.representative);
    expect(codes((await submit()).body)).toEqual(['breakdowns[0]: parts_below_total']);
    await save(report, contracts(31, true));
    expect(codes((await submit()).body)).toEqual(['breakdowns[0]: parts_exceed_total']);
    await save(report, contracts(30));
    expect((await submit()).body.state).toBe('submitted');
  });

  it('is nothing that another company finds', async () => {
    const { report, commitment } = await submitted();
    expect((await register.stranger.http('GET', `/reports/${report}`)).status).toBe(404);
    const list = await register.stranger.http<{ items: object[] }>(
      'GET',
      `/commitments/${commitment}/reports`,
    );
    expect([list.status, list.body.items]).toEqual([200, []]);
    expect((await begin(commitment, {}, register.stranger)).status).toBe(404);
    expect((await take(report, 'withdraw', register.stranger, { reason: 'x' })).status).toBe(404);
  });

  it('is accepted by somebody who did not write it, and becomes an observation with its rank', async () => {
    const { report, commitment } = await submitted();
    expect((await take(report, 'accept', register.representative)).status).toBe(403);
    expect((await take(report, 'accept', staff.officer)).body.code).toBe('permission_required');
    const listed = await staff.verifier.http<{ items: { id: string }[] }>(
      'GET',
      '/work-lists/reports_to_review',
    );
    expect(listed.body.items.map(({ id }) => id)).toContain(report);
    const { body } = await take(report, 'accept', staff.verifier);
    expect(body).toMatchObject({ state: 'accepted', claimedValue: 40, acceptedValue: 40 });
    expect(await observations(commitment)).toEqual([{ value: 40, rank: 'none', superseded_on: null }]);
    expect((await read(report, register.editor)).decision).toEqual({
      on: '2026-04-02',
      by: null,
      reason: null,
    });
    expect((await take(report, 'accept', staff.verifier)).body.code).toBe('action_not_possible');
  });

  it('is accepted with another figure for a reason, and both stay', async () => {
    const { report, commitment } = await submitted();
    const reserve = (extra: object) => take(report, 'accept_with_reservation', staff.verifier, extra);
    expect(codes((await reserve({ acceptedValue: 35 })).body)).toEqual(['reason: required']);
    expect(codes((await reserve({ reason: 'x' })).body)).toEqual(['acceptedValue: required']);
    expect(codes((await reserve({ reason: 'x', acceptedValue: 40 })).body)).toEqual([
      'acceptedValue: reservation_without_difference',
    ]);
    const { body } = await reserve({ reason: 'five are interns', acceptedValue: 35 });
    expect(body).toMatchObject({ state: 'accepted_with_reservation', claimedValue: 40, acceptedValue: 35 });
    expect(await observations(commitment)).toMatchObject([{ value: 35 }]);
  });

  it('is returned with questions, and its clock stands until it comes again', async () => {
    const { report } = await submitted();
    await nightOf(register, '2026-04-14T10:00:00Z');
    expect((await read(report)).waiting).toMatchObject({ workingDays: 8, isOver: false });
    expect(codes((await take(report, 'return', staff.verifier)).body)).toEqual(['reason: required']);
    const returned = await take(report, 'return', staff.verifier, { reason: 'which site?' });
    expect(returned.body).toMatchObject({ state: 'returned', waiting: null });
    await nightOf(register, '2026-05-11T10:00:00Z');
    await save(report, { narrative: 'the site in the north' });
    const again = await take(report, 'submit', register.representative);
    expect([again.body.isLate, again.body.waiting?.workingDays]).toEqual([true, 8]);
    expect(JSON.parse(again.body.receipt?.form ?? '{}')).toMatchObject({ submission: 2 });
    const then = await register.api.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT set_config('mithaq.as_of', '2026-04-10', true)`);
      return tx.query<object[]>(
        'SELECT state, submitted_on, as_of, claimed_value FROM past.report WHERE id = $1',
        [report],
      );
    });
    expect(then).toEqual([
      { state: 'submitted', submitted_on: '2026-04-02', as_of: '2026-03-31', claimed_value: 40 },
    ]);
    await nightOf(register, '2026-05-15T10:00:00Z');
    const queue = await staff.verifier.http<{ items: Report[] }>(
      'GET',
      '/reports?state=submitted,in_review&order=longest_waiting&limit=100',
    );
    expect(queue.body.items.find(({ id }) => id === report)?.waiting).toMatchObject({
      workingDays: 12,
      isOver: true,
    });
  });

  it('is rejected with one appeal, which somebody else decides', async () => {
    const { report, commitment } = await submitted();
    await take(report, 'reject', staff.verifier, { reason: 'not credible' });
    const appeal = () =>
      take(report, 'appeal', register.representative, { reason: 'here are the contracts' });
    expect((await appeal()).body.state).toBe('submitted');
    expect((await take(report, 'accept', staff.verifier)).body.code).toBe('appeal_needs_another_verifier');
    const other = await signInAs(register.api, { grants: [countryWide('verifier')] });
    await take(report, 'reject', other, { reason: 'still not' });
    expect((await appeal()).body.code).toBe('appeal_taken');
    expect(await observations(commitment)).toEqual([]);
  });

  it('on behalf of the organisation is marked, and whoever wrote it does not decide', async () => {
    const both = await signInAs(register.api, { grants: ['officer', 'verifier'].map(countryWide) });
    const { report } = await asked();
    await save(report, { value: 12, ...NONE }, both);
    const { body } = await take(report, 'submit', both);
    expect([body.state, body.onBehalf]).toEqual(['submitted', true]);
    expect((await take(report, 'accept', both)).body.code).toBe('writer_does_not_verify');
    expect((await take(report, 'accept', staff.verifier)).body.state).toBe('accepted');
  });

  it('of a large promise takes two verifiers who agree, or a visit to the site', async () => {
    const second = await signInAs(register.api, { grants: [countryWide('verifier')] });
    const large = await submitted(300, 900);
    const first = await take(large.report, 'accept', staff.verifier);
    expect(first.body).toMatchObject({
      state: 'in_review',
      firstReview: { value: 300 },
      acceptedValue: null,
    });
    expect((await take(large.report, 'accept', staff.verifier)).body.code).toBe('second_verifier_needed');
    const other = { reason: 'fewer', acceptedValue: 250 };
    expect((await take(large.report, 'accept_with_reservation', second, other)).body.code).toBe(
      'reviewers_disagree',
    );
    expect((await take(large.report, 'accept', second)).body.state).toBe('accepted');
    const seen = await submitted(300, 900);
    const visit = { figure: 'value', kind: 'site_visit' };
    expect((await attach(register, staff.verifier, seen.report, visit)).status).toBe(201);
    expect((await take(seen.report, 'accept', staff.verifier)).body.state).toBe('accepted');
    expect(await observations(seen.commitment)).toMatchObject([{ rank: 'site_visit' }]);
  });

  it('is corrected by another of the same period, which takes its place and erases nothing', async () => {
    const { report, commitment } = await submitted();
    expect((await begin(commitment, { correctsId: report })).body.code).toBe('report_not_correctable');
    await take(report, 'accept', staff.verifier);
    const { body: correction } = await begin(commitment, { correctsId: report });
    expect(correction).toMatchObject({ state: 'draft', content: { value: 40 } });
    expect((await begin(commitment, { correctsId: report })).body.code).toBe('report_begun');
    await save(correction.id, { value: 38 });
    await take(correction.id, 'submit', register.representative);
    await take(correction.id, 'accept', staff.verifier);
    expect(await read(report)).toMatchObject({
      ...{ state: 'superseded', acceptedValue: 40, correctedById: correction.id },
    });
    expect(await observations(commitment)).toEqual([
      { value: 40, rank: 'none', superseded_on: '2026-04-02' },
      { value: 38, rank: 'none', superseded_on: null },
    ]);
  });

  it('is corrected again and again, and one figure of the period is followed', async () => {
    const second = await signInAs(register.api, { grants: [countryWide('verifier')] });
    const { report, commitment } = await submitted();
    await take(report, 'accept', staff.verifier);
    const correct = async (correctsId: string, value: number) => {
      const { body } = await begin(commitment, { correctsId });
      await save(body.id, { value });
      await take(body.id, 'submit', register.representative);
      return body.id;
    };
    const live = async () =>
      (await observations(commitment)).filter((one) => one.superseded_on === null).map(({ value }) => value);
    const rejected = await correct(report, 38);
    await take(rejected, 'reject', staff.verifier, { reason: 'not credible' });
    const again = await correct(rejected, 37);
    // Two corrections of one figure do not wait beside each other.
    const appeal = () => take(rejected, 'appeal', register.representative, { reason: 'it was right' });
    expect((await appeal()).body.code).toBe('appeal_overtaken');
    expect((await read(rejected, register.representative)).allowedActions).toContainEqual(
      expect.objectContaining({ action: 'appeal', allowed: false, code: 'appeal_overtaken' }),
    );
    await take(again, 'accept', staff.verifier);
    expect(await live()).toEqual([37]);
    expect([(await read(report)).state, (await read(rejected)).state]).toEqual(['superseded', 'rejected']);
    await take(await correct(again, 36), 'accept', second);
    expect(await live()).toEqual([36]);
    await take(await correct(rejected, 35), 'accept', second);
    expect(await live()).toEqual([35]);
    await expect(
      register.api.dataSource.query(
        `INSERT INTO accepted_observation (id, agreement_id, commitment_id, report_id, as_of, value, rank, recorded_on)
         SELECT gen_random_uuid(), agreement_id, commitment_id, id, as_of, accepted_value, 'none', '2026-04-02'
           FROM report WHERE commitment_id = $1 AND state = 'accepted'`,
        [commitment],
      ),
    ).rejects.toThrow('one figure of a period');
  });

  it('explains a fall, begins with what was accepted last, and may be disputed', async () => {
    const { report, commitment } = await submitted();
    await take(report, 'accept', staff.verifier);
    await nightOf(register, '2026-07-01T10:00:00Z');
    const { body: next } = await begin(commitment, {});
    expect(next).toMatchObject({ state: 'draft', content: { value: 40, asOf: '2026-06-30' } });
    await save(next.id, { value: 30, ...NONE });
    const submit = () => take(next.id, 'submit', register.representative);
    expect(codes((await submit()).body)).toEqual(['fallExplanation: fall_needs_explanation']);
    await save(next.id, { fallExplanation: 'a workshop closed' });
    expect((await submit()).body.state).toBe('submitted');
    await take(next.id, 'accept', staff.verifier);
    const dispute = { reason: 'the count is of another day' };
    expect((await take(next.id, 'dispute', register.editor, dispute)).status).toBe(403);
    expect((await take(next.id, 'dispute', register.representative, dispute)).body.state).toBe('disputed');
    const upheld = await take(next.id, 'uphold', staff.verifier, { reason: 'checked again' });
    expect(upheld.body.state).toBe('accepted');
    expect(await observations(commitment)).toMatchObject([{ value: 40 }, { value: 30 }]);
  });

  it('is of stages where there is no number', async () => {
    const change = { kind: 'facility', measure: 'completion', quantity: null };
    const { commitments } = await promisedByOwn(register, [jobs('c1', 0, change)]);
    const { body } = await begin(commitments[0], { periodUntil: '2026-02-01' });
    expect(codes((await save(body.id, { value: 3 })).body)).toEqual(['value: not_measured_so']);
    await save(body.id, { stage: 'begun', ...NONE });
    await take(body.id, 'submit', register.representative);
    expect((await take(body.id, 'accept', staff.verifier)).body.acceptedValue).toBe(1);
    const missing = await begin(commitments[0], {});
    expect(codes(missing.body)).toEqual(['periodUntil: required']);
  });

  it('is kept by the tables too', async () => {
    const { report } = await submitted();
    const run = (sql: string) =>
      register.api.dataSource.query(`UPDATE report SET revision = revision + 1, ${sql} WHERE id = $1`, [
        report,
      ]);
    const by = `account:${register.representative.accountId}`;
    await expect(run(`content = '{}'`)).rejects.toThrow('stays as it was submitted');
    await expect(run(`period_until = period_until + 1`)).rejects.toThrow('stays as it was submitted');
    await expect(
      run(
        `state = 'accepted', waiting_since = NULL, accepted_value = 40, decided_by = '${by}', decided_on = '2026-04-02'`,
      ),
    ).rejects.toThrow('report_four_eyes');
    await expect(
      register.api.dataSource.query(
        `INSERT INTO accepted_observation (id, agreement_id, commitment_id, report_id, as_of, value, rank, recorded_on)
         SELECT gen_random_uuid(), agreement_id, commitment_id, id, as_of, 40, 'none', '2026-04-02' FROM report WHERE id = $1`,
        [report],
      ),
    ).rejects.toThrow('accepted with its report');
  });
});
