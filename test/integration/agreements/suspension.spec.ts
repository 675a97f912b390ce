import { type Staff, bringIn, change, logCurrent, signInStaff } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { type LegalRecord, fictionalDocument, refusal, show, take, write } from '../../support/legal-life';

interface Effect {
  readonly area: string;
  readonly subjectId: string;
  readonly before: string | null;
  readonly after: string | null;
}

const PATIENCE = 60_000;

describe('a suspension', () => {
  let api: TestApi;
  let staff: Staff;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
  }, PATIENCE);
  afterAll(() => api.close());

  const inForce = () =>
    logCurrent(
      api,
      fictionalDocument({
        legalState: 'in_force',
        legalStateSince: { stated: '2025-06' },
        signing: { date: { stated: '2025-04-15' } },
      }),
    );
  const GROUND = { suspension: { ground: 'a dispute about land', expectedEnd: '2027-03-01' } };
  const suspend = (id: string, on = '2026-05-01') => take(staff.legal, id, 'suspend', { on, ...GROUND });
  const deadlinesOf = ({ commitments }: LegalRecord) =>
    commitments.flatMap(({ deadline, milestones }) => [
      deadline?.stated,
      ...milestones.map((one) => one.deadline.stated),
    ]);
  const kindsOf = async (id: string) => {
    const { body } = await staff.auditor.http<{ items: { n: number; kind: string }[] }>(
      'GET',
      `/agreements/${id}/versions`,
    );
    return body.items.map(({ kind }) => kind);
  };
  const commitmentsOf = async (id: string, query = '') =>
    (
      await staff.auditor.http<{ items: { status: string; milestones: { status: string }[] }[] }>(
        'GET',
        `/commitments?agreement=${id}${query}`,
      )
    ).body.items;
  const live = (id: string) =>
    api.dataSource.query<{ last_day: string }[]>(
      'SELECT last_day FROM live_deadline WHERE agreement_id = $1',
      [id],
    );

  it('has a ground, a first day and an expected end, and changes no document', async () => {
    const id = await inForce();
    const suspended = await suspend(id);
    expect(suspended).toMatchObject({
      legalState: 'suspended',
      legalStateSince: { stated: '2026-05-01' },
      suspension: { from: '2026-05-01', expectedEnd: '2027-03-01' },
      version: { number: 1 },
      document: { legalState: 'in_force' },
    });
    expect(suspended.allowedActions.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual([
      'resume',
      'terminate',
      'expire',
      'supersede',
    ]);
    const { body } = await staff.auditor.http<{ items: object[] }>('GET', `/agreements/${id}/steps`);
    expect(body.items).toEqual([
      expect.objectContaining({
        action: 'suspend',
        reason: 'a dispute about land',
        details: { ground: 'a dispute about land', expectedEnd: '2027-03-01' },
      }),
    ]);
  });

  it('silences what would fall due: no live deadline, no status of its own, nothing counted as late', async () => {
    const id = await inForce();
    expect(await live(id)).toHaveLength(3);
    expect((await commitmentsOf(id)).map(({ status }) => status)).toEqual([
      'overdue_unreported',
      'unreported',
    ]);
    await suspend(id);
    expect(await live(id)).toEqual([]);
    const silent = await commitmentsOf(id);
    expect(silent.map(({ status }) => status)).toEqual(['suspended', 'suspended']);
    expect(silent.flatMap(({ milestones }) => milestones.map(({ status }) => status))).toEqual(['suspended']);
    expect(await commitmentsOf(id, '&status=overdue_unreported')).toEqual([]);
    expect(await commitmentsOf(id, '&status=suspended')).toHaveLength(2);
    await take(staff.legal, id, 'terminate', { reason: 'for good' });
    expect(await live(id)).toEqual([]);
    expect((await commitmentsOf(id)).map(({ status }) => status)).toEqual(['ended', 'ended']);
  });

  it('is previewed as it will be, and the preview changes nothing', async () => {
    const id = await inForce();
    await suspend(id);
    const before = await show(staff.legal, id);
    const [first, second] = before.commitments;
    const shift = { action: 'resume', on: '2026-11-23', shift: { rule: 'whole_interval' } };
    const preview = await write<{ effects: Effect[] }>(staff.legal, id, 'transitions/preview', shift);
    expect(preview.status).toBe(200);
    expect(
      preview.body.effects
        .filter(({ area }) => area === 'deadline')
        .map((effect) => [effect.subjectId, effect.before, effect.after]),
    ).toEqual([
      [first?.id, '2029', '2030-07-25'],
      [first?.milestones[0]?.id, '2027-06-30', '2028-01-22'],
    ]);
    const changes = (area: string) => preview.body.effects.filter((effect) => effect.area === area);
    expect(changes('public_statement').map((effect) => [effect.before, effect.after])).toEqual([
      ['suspended', 'overdue_unreported'],
      ['suspended', 'unreported'],
      ['suspended', 'unreported'],
    ]);
    expect(changes('total')).toEqual([]);
    expect(changes('alert')).toContainEqual(
      expect.objectContaining({
        subjectId: first?.id,
        detail: 'deadline_ahead -90',
        before: null,
        after: '2030-04-26',
      }),
    );
    expect(await show(staff.legal, id)).toEqual(before);
    const resumed = await take(staff.legal, id, 'resume', {
      on: '2026-11-23',
      shift: { rule: 'whole_interval' },
    });
    expect(deadlinesOf(resumed)).toEqual(['2030-07-25', '2028-01-22', '2026-03-31']);
    expect(second?.deadline?.stated).toBe('2026-03-31');
  });

  it('previews an end too: reminders that stay away, and totals that shrink', async () => {
    const id = await inForce();
    const end = { action: 'terminate', reason: 'given up' };
    const { body } = await write<{ effects: Effect[] }>(staff.legal, id, 'transitions/preview', end);
    const changes = (area: string) => body.effects.filter((effect) => effect.area === area);
    expect(changes('deadline')).toEqual([]);
    expect(changes('alert').length).toBeGreaterThan(0);
    expect(changes('alert').every(({ before, after }) => before !== null && after === null)).toBe(true);
    const [total] = changes('total');
    expect(Number(total?.before) - Number(total?.after)).toBe(400);
    expect((await show(staff.legal, id)).legalState).toBe('in_force');
    expect(await refusal(staff.officer, id, 'terminate', { reason: 'no' })).toEqual([
      403,
      'permission_required',
    ]);
  });

  it('ends with its rule, and the moves stand in the ledger as a suspension', async () => {
    const id = await inForce();
    await suspend(id);
    const resumed = await take(staff.legal, id, 'resume', { shift: { rule: 'whole_interval' } });
    expect(resumed).toMatchObject({
      legalState: 'in_force',
      legalStateSince: { stated: '2025-06' },
      suspension: null,
      version: { number: 2 },
    });
    expect(await kindsOf(id)).toEqual(['suspension', 'first']);
    const moves = await api.dataSource.query<object[]>(
      `SELECT act, old_stated, new_stated, version_number FROM deadline_move WHERE agreement_id = $1 ORDER BY old_stated`,
      [id],
    );
    expect(moves).toEqual([
      { act: 'suspension', old_stated: '2027-06-30', new_stated: '2028-01-22', version_number: 2 },
      { act: 'suspension', old_stated: '2029', new_stated: '2030-07-25', version_number: 2 },
    ]);
    expect(await live(id)).toHaveLength(3);
    const kept = await api.dataSource.query<object[]>(
      'SELECT from_day, ended_on, shift_rule, begun_by_step, ended_by_step FROM suspension WHERE agreement_id = $1',
      [id],
    );
    expect(kept).toEqual([
      {
        from_day: '2026-05-01',
        ended_on: '2026-11-23',
        shift_rule: 'whole_interval',
        begun_by_step: 1,
        ended_by_step: 2,
      },
    ]);
  });

  it('may move nothing, or only what is named', async () => {
    const id = await inForce();
    const before = deadlinesOf(await suspend(id));
    const untouched = await take(staff.legal, id, 'resume', { shift: { rule: 'none' } });
    expect([deadlinesOf(untouched), untouched.version?.number]).toEqual([before, 1]);
    await take(staff.legal, id, 'suspend', { on: '2026-11-23', ...GROUND });
    const { commitments } = await show(staff.legal, id);
    const named = await take(staff.director, id, 'resume', {
      shift: { rule: 'new_dates', dates: [{ subjectId: commitments[0]?.id, deadline: { stated: '2030' } }] },
    });
    expect(deadlinesOf(named)).toEqual(['2030', '2027-06-30', '2026-03-31']);
  });

  it.each<[string, object, string]>([
    ['no rule', {}, 'shift: required'],
    ['dates without the rule for them', { shift: { rule: 'new_dates' } }, 'shift.dates: required'],
    ['a first day before it began', { on: '2026-04-30', shift: { rule: 'none' } }, 'on: before_suspension'],
    ['a month in place of a day', { on: '2026-06', shift: { rule: 'none' } }, 'on: not_a_day'],
  ])('does not end with %s', async (_, extra, fault) => {
    const id = await inForce();
    await suspend(id);
    expect(await refusal(staff.legal, id, 'resume', extra)).toEqual([422, 'fields_refused', fault]);
  });

  it('begins on a day of the past, for a ground, after the one before', async () => {
    const id = await inForce();
    expect(await refusal(staff.legal, id, 'suspend', { reason: 'x' })).toEqual([
      422,
      'fields_refused',
      'suspension: required',
    ]);
    expect(await refusal(staff.legal, id, 'suspend', { on: '2026-11-24', ...GROUND })).toEqual([
      422,
      'fields_refused',
      'on: day_in_future',
    ]);
    expect(
      await refusal(staff.legal, id, 'suspend', { suspension: { ground: 'x', expectedEnd: '2026-11-23' } }),
    ).toEqual([422, 'fields_refused', 'suspension.expectedEnd: end_before_start']);
    await suspend(id, '2026-02-01');
    await take(staff.legal, id, 'resume', { on: '2026-06-01', shift: { rule: 'none' } });
    expect(await refusal(staff.legal, id, 'suspend', { on: '2026-05-01', ...GROUND })).toEqual([
      422,
      'fields_refused',
      'on: before_suspension',
    ]);
    expect(await refusal(staff.officer, id, 'suspend', GROUND)).toEqual([403, 'permission_required']);
  });

  it('outlives an end that is taken back', async () => {
    const id = await inForce();
    await suspend(id);
    await take(staff.legal, id, 'terminate', { reason: 'a mistake' });
    const reopened = await take(staff.director, id, 'reopen', { reason: 'it was one' });
    expect(reopened).toMatchObject({ legalState: 'suspended', suspension: { from: '2026-05-01' } });
    expect((await take(staff.legal, id, 'resume', { shift: { rule: 'none' } })).legalState).toBe('in_force');
  });

  it('is one at a time, in the tables too', async () => {
    const id = await inForce();
    await suspend(id);
    await expect(
      api.dataSource.query(
        `INSERT INTO suspension (id, agreement_id, ground, from_day, begun_by_step)
         SELECT gen_random_uuid(), agreement_id, 'another', from_day, begun_by_step FROM suspension WHERE agreement_id = $1`,
        [id],
      ),
    ).rejects.toThrow(/suspension_one_open/);
  });

  it(
    'keeps its state through a draft that becomes current meanwhile, and what was drafted survives resuming',
    async () => {
      const { id } = await bringIn(
        staff,
        fictionalDocument({ legalState: 'in_force', signing: { date: { stated: '2025-04-15' } } }),
      );
      await suspend(id);
      await change(staff, id, 'clerical', (document) => ({ ...document, summary: { en: 'In short' } }));
      expect(await show(staff.legal, id)).toMatchObject({ legalState: 'suspended', version: { number: 2 } });
      const resumed = await take(staff.legal, id, 'resume', { shift: { rule: 'whole_interval' } });
      expect(resumed).toMatchObject({
        legalState: 'in_force',
        summary: { en: 'In short' },
        version: { number: 3 },
      });
    },
    PATIENCE,
  );
});
