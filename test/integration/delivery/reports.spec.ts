import { createHash } from 'node:crypto';
import { countryWide, signInAs } from '../../support/accounts';
import { type Answered, NONE, codes, reportHands } from '../../support/report-hands';
import {
  type ReportingRegister,
  attach,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../../support/reporting';

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';

describe('a report', () => {
  let register: ReportingRegister;
  let staff: ReportingRegister['staff'];
  let hands: ReturnType<typeof reportHands>;

  beforeAll(async () => {
    register = await startReporting(START);
    ({ staff } = register);
    hands = reportHands(register);
  }, PATIENCE);
  beforeEach(() => nightOf(register, START));
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
  });

  it('that was asked for begins when it is typed, is attested by a representative and leaves a receipt', async () => {
    const { read, save, take, asked } = hands;
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

  it('refuses what cannot be while it is typed', async () => {
    const { save, begin, asked } = hands;
    const { report, commitment } = await asked();
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
    const { body: state } = await staff.officer.http<{ id: string }>('POST', '/organisations', {
      body: { names: { en: 'A fictional ministry' }, kind: 'public_body' },
    });
    const parties = [
      { id: 'p1', role: 'investor', organisationId: register.own },
      { id: 'p2', role: 'public_authority', organisationId: state.id },
    ];
    const owedBy = (party: string, id: string) => ({ ...jobs(id, 200), obligorPartyId: party });
    const promises = [owedBy('p1', 'c1'), owedBy('p1', 'c2'), owedBy('p2', 'c3')];
    const both = await promisedByOwn(register, [], { parties, commitments: promises });
    const { body: third } = await begin(both.commitments[0], { periodUntil: '2025-06-30' });
    const blockedBy = (commitmentId: string | undefined) =>
      save(third.id, { obstacles: [{ kind: 'state_duty', text: 'no permit', commitmentId }] });
    for (const promise of [both.commitments[1], both.commitments[0], commitment]) {
      expect(codes((await blockedBy(promise)).body)).toEqual(['obstacles[0].commitmentId: no_duty_of_state']);
    }
    expect((await blockedBy(both.commitments[2])).status).toBe(200);
    const { commitments } = await promisedByOwn(register, [jobs('c1', 200)]);
    const early = await begin(commitments[0], { periodUntil: '2025-06-30' });
    expect(early.body.state).toBe('draft');
    expect(codes((await save(early.body.id, { asOf: '2025-02-28' })).body)).toEqual([
      'asOf: day_before_signature',
    ]);
  });

  it('has breakdowns that equal the total, or say that they are some of it', async () => {
    const { save, take, asked } = hands;
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
    const { take, begin, submitted } = hands;
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
    const { read, take, observations, submitted } = hands;
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
    const { take, observations, submitted } = hands;
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
    const { read, save, take, submitted } = hands;
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
    const queue = await staff.verifier.http<{ items: Answered[] }>(
      'GET',
      '/reports?state=submitted,in_review&order=longest_waiting&limit=100',
    );
    expect(queue.body.items.find(({ id }) => id === report)?.waiting).toMatchObject({
      workingDays: 12,
      isOver: true,
    });
  });

  it('is rejected with one appeal, which somebody else decides', async () => {
    const { take, observations, submitted } = hands;
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
    const { save, take, asked } = hands;
    const both = await signInAs(register.api, { grants: ['officer', 'verifier'].map(countryWide) });
    const { report } = await asked();
    await save(report, { value: 12, ...NONE }, both);
    const { body } = await take(report, 'submit', both);
    expect([body.state, body.onBehalf]).toEqual(['submitted', true]);
    expect((await take(report, 'accept', both)).body.code).toBe('writer_does_not_verify');
    expect((await take(report, 'accept', staff.verifier)).body.state).toBe('accepted');
  });

  it('of a large promise takes two verifiers who agree, or a visit to the site', async () => {
    const { take, observations, submitted } = hands;
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

  it('explains a fall, begins with what was accepted last, and may be disputed', async () => {
    const { save, take, begin, observations, submitted } = hands;
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
    const { save, take, begin } = hands;
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
    const { submitted } = hands;
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
