import type { Offer } from '../../support/agreements';
import { type Refused, take } from '../../support/legal-life';
import {
  type ReportingRegister,
  acceptedReport,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../../support/reporting';

interface Reporting {
  readonly state: string;
  readonly revision: number;
  readonly calendar: {
    readonly rhythm: string;
    readonly dates: readonly string[];
    readonly fromDay: string;
  } | null;
  readonly earlier: readonly { readonly endReason: string }[];
  readonly proposedRhythm: string;
  readonly promises: readonly {
    readonly countingRule: string | null;
    readonly choosableRules: readonly string[];
  }[];
  readonly upcoming: readonly {
    readonly commitmentId: string;
    readonly periodUntil: string;
    readonly dueOn: string;
  }[];
  readonly allowedActions: readonly Offer[];
}

type Answered = Reporting & Refused & { readonly requests: Reporting['upcoming'] };

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';

describe('reporting of an agreement', () => {
  let register: ReportingRegister;

  beforeAll(async () => {
    register = await startReporting(START);
  }, PATIENCE);
  beforeEach(() => nightOf(register, START));
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
  });

  const read = async (id: string) =>
    (await register.staff.officer.http<Reporting>('GET', `/agreements/${id}/reporting`)).body;
  const put = (id: string, body: object = {}, who = register.staff.officer) =>
    arrange<Answered>(who, id, body);
  const statesOf = async (id: string) =>
    (
      await register.api.dataSource.query<{ until: string; state: string }[]>(
        'SELECT period_until AS until, state FROM report WHERE agreement_id = $1 ORDER BY commitment_id, id',
        [id],
      )
    ).map(({ until, state }) => `${until} ${state}`);

  it('is not agreed until its owner opens it, and nothing is asked before', async () => {
    const { id } = await promisedByOwn(register, [jobs('c1', 200)]);
    expect(await read(id)).toMatchObject({
      state: 'not_agreed',
      calendar: null,
      proposedRhythm: 'half_yearly',
    });
    await nightOf(register, '2026-07-02T10:00:00Z');
    expect(await statesOf(id)).toEqual([]);
    const waiting = await register.staff.officer.http<{
      items: { agreement: { id: string }; since: string }[];
    }>('GET', '/work-lists/reporting_not_agreed');
    expect(waiting.body.items).toContainEqual(
      expect.objectContaining({ agreement: expect.objectContaining({ id }), since: '2026-01-01' }),
    );
    expect((await put(id, {}, register.staff.verifier)).status).toBe(403);
  });

  it('is asked each half-year below 500 jobs, else each quarter, and reviewed once a year without a number', async () => {
    const ongoing = { ...jobs('c2', 0), kind: 'cooperation', measure: 'ongoing', quantity: null };
    const small = await promisedByOwn(register, [jobs('c1', 200), ongoing]);
    const preview = await arrange<Answered>(register.staff.officer, small.id, {}, '/preview');
    expect([preview.status, preview.body.requests.map(({ periodUntil }) => periodUntil)]).toEqual([
      200,
      ['2026-06-30', '2026-12-31', '2026-12-31'],
    ]);
    expect((await read(small.id)).state).toBe('not_agreed');
    const opened = await put(small.id);
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({
      state: 'open',
      calendar: { rhythm: 'half_yearly', fromDay: '2026-02-10' },
    });
    expect(opened.body.upcoming).toEqual(preview.body.requests);
    const large = await promisedByOwn(register, [jobs('c1', 500)]);
    expect((await put(large.id)).body.calendar?.rhythm).toBe('quarterly');
    expect((await put(large.id)).body.errors).toEqual([expect.objectContaining({ field: 'reason' })]);
  });

  it('asks when a period is over, once, and notes what was missed after its grace', async () => {
    const { id } = await promisedByOwn(register, [jobs('c1', 900)]);
    await put(id, { dueDays: 20, graceDays: 10 });
    await nightOf(register, '2026-03-31T22:30:00Z');
    expect(await statesOf(id)).toEqual([]);
    await nightOf(register, '2026-04-01T10:00:00Z');
    expect(await statesOf(id)).toEqual(['2026-03-31 requested']);
    expect(await nightOf(register, '2026-05-01T10:00:00Z')).toMatchObject({ missed: 0 });
    await nightOf(register, '2026-05-02T10:00:00Z');
    expect(await statesOf(id)).toEqual(['2026-03-31 missed']);
    expect(await nightOf(register, '2026-05-03T10:00:00Z')).toEqual({ asked: 0, missed: 0 });
    const trail = await register.api.dataSource.query<{ action: string; actor: string }[]>(
      `SELECT action, actor FROM audit_entry WHERE subject_id = $1 AND action LIKE 'report.%' ORDER BY id`,
      [id],
    );
    expect(trail).toEqual([
      { action: 'report.requested', actor: 'system:reporting' },
      { action: 'report.missed', actor: 'system:reporting' },
    ]);
  });

  it('is on the list of late reports from the day after it was due until something later is sent in', async () => {
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 900)]);
    await put(id, { dueDays: 20, graceDays: 10 });
    await nightOf(register, '2026-04-01T10:00:00Z');
    const late = async () => {
      const { body } = await register.staff.officer.http<{
        items: { agreement: { id: string }; since: string; age: number; about: string[] }[];
      }>('GET', '/work-lists/reports_late');
      return body.items.filter(({ agreement }) => agreement.id === id);
    };
    await nightOf(register, '2026-04-21T10:00:00Z');
    expect(await late()).toEqual([]);
    await nightOf(register, '2026-04-22T10:00:00Z');
    expect(await late()).toMatchObject([{ since: '2026-04-21', age: 1, about: ['requested'] }]);
    await nightOf(register, '2026-05-02T10:00:00Z');
    expect(await late()).toMatchObject([{ about: ['missed'] }]);
    await nightOf(register, '2026-07-02T10:00:00Z');
    await acceptedReport(register, commitments[0] ?? '', 40);
    expect(await late()).toEqual([]);
  });

  it('asks nothing and misses nothing while the agreement is suspended', async () => {
    const { id } = await promisedByOwn(register, [jobs('c1', 900)]);
    await put(id, { dueDays: 20, graceDays: 10 });
    await nightOf(register, '2026-04-01T10:00:00Z');
    await take(register.staff.legal, id, 'suspend', { on: '2026-04-01', suspension: { ground: 'a test' } });
    await nightOf(register, '2026-08-01T10:00:00Z');
    expect(await statesOf(id)).toEqual(['2026-03-31 requested']);
    expect((await read(id)).upcoming).toEqual([]);
  });

  it('gives the days of a suspension back to who was asked before it, and misses nothing the day it ends', async () => {
    const { id } = await promisedByOwn(register, [jobs('c1', 900), jobs('c2', 900)]);
    await put(id, { dueDays: 20, graceDays: 10 });
    await nightOf(register, '2026-04-01T10:00:00Z');
    const asked = await register.editor.http<{ items: { id: string; revision: number }[] }>(
      'GET',
      `/reports?agreement=${id}`,
    );
    const [begun] = asked.body.items;
    await register.editor.http('PATCH', `/reports/${begun?.id}`, {
      headers: { 'if-match': `"${begun?.revision}"` },
      body: { value: 1 },
    });
    const suspension = { ground: 'a test' };
    await nightOf(register, '2026-04-05T10:00:00Z');
    await take(register.staff.legal, id, 'suspend', { on: '2026-04-05', suspension });
    await nightOf(register, '2026-08-03T10:00:00Z');
    // Whatever is agreed about deadlines: nobody had the time.
    await take(register.staff.legal, id, 'resume', { on: '2026-08-03', shift: { rule: 'none' } });
    expect(await nightOf(register, '2026-08-03T11:00:00Z')).toMatchObject({ missed: 0 });
    const days = await register.api.dataSource.query<{ state: string }[]>(
      'SELECT state, due_on, grace_until FROM report WHERE agreement_id = $1 ORDER BY state',
      [id],
    );
    // 16 days were left of the 20 when it was suspended, and 26 of the grace.
    const moved = { due_on: '2026-08-19', grace_until: '2026-08-29' };
    expect(days.filter(({ state }) => state !== 'missed')).toEqual([
      { state: 'draft', ...moved },
      { state: 'requested', ...moved },
    ]);
    const trail = await register.api.dataSource.query<{ payload: object }[]>(
      `SELECT payload FROM audit_entry WHERE subject_id = $1 AND action = 'report.extended'`,
      [id],
    );
    expect(trail).toHaveLength(2);
    expect(trail[0]?.payload).toMatchObject({
      ...{ days: 120, dueOn: { from: '2026-04-21', to: '2026-08-19' } },
    });
    await nightOf(register, '2026-08-30T10:00:00Z');
    expect(await statesOf(id)).toContain('2026-03-31 missed');
    await expect(
      register.api.dataSource.query(
        `UPDATE report SET due_on = due_on + 1, grace_until = grace_until + 1, revision = revision + 1
          WHERE agreement_id = $1 AND state = 'draft'`,
        [id],
      ),
    ).rejects.toThrow('move by a suspension');
  });

  it('needs somebody who may attest, an agreement that runs, and a way of counting', async () => {
    const stranger = (
      await register.staff.officer.http<{ id: string }>('POST', '/organisations', {
        body: { names: { en: 'Nobody at home' }, kind: 'company' },
      })
    ).body.id;
    const parties = [{ id: 'p1', role: 'investor', organisationId: stranger }];
    const alone = await promisedByOwn(register, [jobs('c1', 200)], { parties });
    expect((await put(alone.id)).body.code).toBe('reporting_needs_representative');
    const announced = await promisedByOwn(register, [jobs('c1', 200)], { legalState: 'announced' });
    expect((await put(announced.id)).body.code).toBe('reporting_needs_running');
    const quantity = { qualifier: 'exactly', value: 90, unit: 'jobs', relation: 'direct' };
    const silent = await promisedByOwn(register, [jobs('c1', 90, { quantity })]);
    const refused = await put(silent.id);
    expect([refused.status, refused.body.errors.map(({ code }) => code)]).toEqual([
      422,
      ['counting_rule_required'],
    ]);
    const [promise] = (await read(silent.id)).promises;
    expect(promise).toMatchObject({ countingRule: null, choosableRules: ['since_signature', 'level'] });
    const rule = (chosen: string) => ({
      countingRules: [{ commitmentId: silent.commitments[0], rule: chosen }],
    });
    expect((await put(silent.id, rule('above_baseline'))).status).toBe(422);
    expect((await put(silent.id, rule('level'))).body.promises[0]?.countingRule).toBe('level');
    expect((await put(silent.id, { ...rule('level'), reason: 'again' })).body.errors[0]?.code).toBe(
      'counting_rule_settled',
    );
  });

  it('takes own dates, is changed with a reason and closed with one; what nobody began is taken back', async () => {
    const { id } = await promisedByOwn(register, [jobs('c1', 200)]);
    expect((await put(id, { rhythm: 'own_dates' })).body.errors[0]?.field).toBe('dates');
    await put(id, { rhythm: 'own_dates', dates: [{ until: '2026-05-31' }, { until: '2026-03-15' }] });
    expect((await read(id)).calendar?.dates).toEqual(['2026-03-15', '2026-05-31']);
    await nightOf(register, '2026-03-16T10:00:00Z');
    const changed = await put(id, { rhythm: 'quarterly', reason: 'the bank asks for quarters' });
    expect(changed.body.earlier.map(({ endReason }) => endReason)).toEqual(['the bank asks for quarters']);
    expect(await statesOf(id)).toEqual(['2026-03-15 requested']);
    const closed = await arrange<Answered>(register.staff.officer, id, { reason: 'a test' }, '/closing');
    expect(closed.body).toMatchObject({ state: 'closed', calendar: null, upcoming: [] });
    expect(await statesOf(id)).toEqual(['2026-03-15 withdrawn']);
    expect(closed.body.allowedActions.map(({ action, allowed }) => [action, allowed])).toEqual([
      ['open', true],
      ['change', false],
      ['close', false],
    ]);
  });

  it('is kept by the tables too', async () => {
    const { id } = await promisedByOwn(register, [jobs('c1', 900)]);
    await put(id);
    await nightOf(register, '2026-04-01T10:00:00Z');
    const run = (sql: string) => register.api.dataSource.query(sql, [id]);
    await expect(
      run('UPDATE reporting_calendar SET rhythm = rhythm WHERE agreement_id = $1'),
    ).rejects.toThrow('permission denied');
    await expect(run('DELETE FROM report WHERE agreement_id = $1')).rejects.toThrow('permission denied');
    await expect(
      run(`INSERT INTO report (id, agreement_id, commitment_id, organisation_id, period_until, state, content, written_by, recorded_on)
           SELECT gen_random_uuid(), agreement_id, commitment_id, organisation_id, period_until, 'draft', '{}', '{}', recorded_on
             FROM report WHERE agreement_id = $1`),
    ).rejects.toThrow('report_one_live');
    await expect(
      run(`UPDATE report SET state = 'accepted', revision = revision + 1 WHERE agreement_id = $1`),
    ).rejects.toThrow('check constraint');
    await expect(run('UPDATE report_step SET number = 2 WHERE report_id = $1')).rejects.toThrow(
      'permission denied',
    );
    const [past] = await register.api.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT set_config('mithaq.as_of', '2026-03-31', true)`);
      return tx.query<[{ count: number }]>('SELECT count(*) FROM past.report WHERE agreement_id = $1', [id]);
    });
    expect(past.count).toBe(0);
  });
});
