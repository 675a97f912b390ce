import { ALERTS_ENTITIES, AlertsModule, PlanAlerts } from '@app/alerts';
import { newId } from '@app/platform';
import { REFERENCE_ENTITIES } from '@app/reference';
import { AlertsRegister } from '../../support/alerts-register';
import { UseCases, startUseCases } from '../../support/use-cases';

let app: UseCases;
let register: AlertsRegister;

beforeAll(async () => {
  app = await startUseCases({
    modules: [AlertsModule],
    entities: [...ALERTS_ENTITIES, ...REFERENCE_ENTITIES],
    now: '2026-11-23T10:00:00Z',
  });
});
beforeEach(() => {
  register = new AlertsRegister(app.db);
});
afterEach(() => app.beginAgain());
afterAll(() => app.close());

const plan = (agreementId?: string) => app.get(PlanAlerts).execute({ agreementId });

async function told(): Promise<string[]> {
  const rows = await app.db.query<{ line: string }[]>(
    `SELECT concat_ws(' ', o.rule, o.threshold, split_part(n.recipient, ':', 1), n.state, n.reason) AS line
       FROM alert_notification n JOIN alert_occurrence o ON o.id = n.occurrence_id ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

async function count(sql: string): Promise<number> {
  const [row] = await app.db.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${sql}`);
  return row?.count ?? -1;
}

describe('the planner', () => {
  it('tells everyone concerned, and records whom it cannot reach and why', async () => {
    await register.begin();
    await register.addAccount({ email: 'director@mithaq.test', language: 'ar', roles: ['director'] });
    await register.watch({ lastDay: '2026-10-20', obligor: 'named' });
    expect(await plan()).toEqual({ occurrences: 9, notifications: 4 });
    expect(await told()).toEqual([
      'deadline_passed 30 organisation suppressed no_address',
      'deadline_passed 30 position queued',
      'deadline_passed 30 role queued',
      'deadline_passed 30 role suppressed nobody_holds_role',
    ]);
    expect(await count('outbox')).toBe(2);
  });

  it('tells nobody twice who owns and directs at once', async () => {
    await register.begin({ roles: ['verifier', 'director'] });
    await register.watch({ lastDay: '2026-10-20' });
    await plan();
    expect(await told()).toEqual([
      'deadline_passed 30 party suppressed obligor_not_stated',
      'deadline_passed 30 position queued',
      'deadline_passed 30 role suppressed told_as_owner',
      'deadline_passed 30 role suppressed told_as_owner',
    ]);
  });

  it('reaches the contact of an obligor, and the superior of the owner', async () => {
    await register.begin();
    const superior = newId();
    const account = await register.addAccount({ email: 'head@mithaq.test', language: 'fr' });
    await app.db.query(
      `INSERT INTO "position" (id, name_fr, holder_account_id) VALUES ($1, 'Cheffe de division', $2)`,
      [superior, account],
    );
    await app.db.query('UPDATE "position" SET superior_id = $2 WHERE id = $1', [register.ownerId, superior]);
    await register.watch({
      lastDay: '2026-11-12',
      signedOn: '2026-11-01',
      recordedOn: '2026-11-12',
      obligor: 'named',
      contact: { email: 'reports@company.test', language: 'en' },
    });
    await plan();
    expect(await told()).toEqual([
      'deadline_passed 7 organisation queued',
      'deadline_passed 7 position queued',
      'deadline_passed 7 position queued',
      'deadline_passed 7 role suppressed nobody_holds_role',
    ]);
  });

  it('says of a party that the paper does not name that it is not named', async () => {
    await register.begin();
    await register.watch({ lastDay: '2026-11-30', signedOn: '2026-11-20', obligor: 'described' });
    await plan();
    expect(await told()).toContain('deadline_ahead -7 party suppressed obligor_not_named');
  });

  it('records as suppressed what reaches nobody', async () => {
    await register.begin();
    await app.db.query('UPDATE "position" SET holder_account_id = NULL');
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    expect(await told()).toContain('deadline_ahead -7 position suppressed no_holder');
    expect(await count(`alert_occurrence WHERE state = 'suppressed' AND reason = 'nobody_reachable'`)).toBe(
      1,
    );
    expect(await count('outbox')).toBe(0);
    expect((await plan()).occurrences).toBe(0);
  });

  it('turns to the new owner when the agreement changes hands before the mail goes out', async () => {
    await register.begin();
    await register.watch({ lastDay: '2026-10-20' });
    await plan();
    const [successor, account] = [
      newId(),
      await register.addAccount({ email: 'next@mithaq.test', language: 'en' }),
    ];
    await app.db.query(
      `INSERT INTO "position" (id, name_en, holder_account_id) VALUES ($1, 'Next unit', $2)`,
      [successor, account],
    );
    const [agreement] = await app.db
      .query<{ id: string }[]>('UPDATE agreement SET owner_position_id = $1 RETURNING id', [successor])
      .then(([rows]) => rows as unknown as { id: string }[]);
    app.clock.setTo('2026-11-23T10:05:00Z');
    await plan(agreement?.id);
    const positions = await app.db.query<{ recipient: string; state: string }[]>(
      `SELECT recipient, state FROM alert_notification WHERE recipient LIKE 'position:%'`,
    );
    expect(positions).toHaveLength(2);
    expect(positions).toEqual(
      expect.arrayContaining([
        { recipient: `position:${register.ownerId}`, state: 'queued' },
        { recipient: `position:${successor}`, state: 'queued' },
      ]),
    );
  });

  it('writes nothing the second time, nor from several planners at once', async () => {
    await register.begin();
    for (let each = 0; each < 20; each += 1) await register.watch({ lastDay: '2026-10-20' });
    const runs = await Promise.all([plan(), plan(), plan(), plan()]);
    expect(runs.map(({ occurrences }) => occurrences).sort((a, b) => a - b)).toEqual([0, 0, 0, 180]);
    expect(await plan()).toEqual({ occurrences: 0, notifications: 0 });
    expect(await count('alert_notification')).toBe(80);
    expect(await count('planner_run')).toBe(5);
  });

  it('gathers more than five late messages for one reader in one mail, and leaves five alone', async () => {
    await register.begin();
    for (let each = 0; each < 5; each += 1) await register.watch({ lastDay: '2026-10-20' });
    await plan();
    expect(await count('outbox')).toBe(5);
    for (let each = 0; each < 6; each += 1) await register.watch({ lastDay: '2026-10-20' });
    await plan();
    expect(await count('outbox')).toBe(6);
    expect(await count('alert_notification WHERE lead_id IS NOT NULL')).toBe(5);
  });

  it('sends punctual messages one by one, however many there are', async () => {
    await register.begin();
    for (let each = 0; each < 8; each += 1) {
      await register.watch({ lastDay: '2026-12-23', signedOn: '2026-10-01', recordedOn: '2026-10-01' });
    }
    app.clock.setTo('2026-09-24T10:00:00Z');
    await plan();
    app.clock.setTo('2026-11-23T10:00:00Z');
    await plan();
    expect(await count(`alert_occurrence WHERE state = 'due' AND threshold = -30 AND NOT catch_up`)).toBe(8);
    expect(
      await count(`alert_notification n JOIN alert_occurrence o ON o.id = n.occurrence_id
                        WHERE n.lead_id IS NULL AND n.state = 'queued' AND o.threshold = -30`),
    ).toBe(8);
  });

  it('lets a mail planned at night or on a day off wait for the next opening', async () => {
    await register.begin();
    app.clock.setTo('2026-11-27T20:00:00Z');
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    const [row] = await app.db.query<{ available_at: Date }[]>('SELECT available_at FROM outbox');
    expect(row?.available_at.toISOString()).toBe('2026-11-30T08:30:00.000Z');
  });

  it('plans one agreement at once and leaves the others and the heartbeat alone', async () => {
    await register.begin();
    const one = await register.watch({ lastDay: '2026-11-30' });
    await register.watch({ lastDay: '2026-11-30' });
    await plan(one.agreementId);
    expect(await count(`alert_occurrence WHERE state = 'due'`)).toBe(1);
    expect(await count('planner_run')).toBe(0);
    await plan();
    expect(await count(`alert_occurrence WHERE state = 'due'`)).toBe(2);
  });

  it.each([
    ['under_negotiation', 'not_live'],
    ['suspended', 'suspended'],
    ['terminated', 'not_live'],
  ])(
    'withdraws what an agreement that is %s had waiting, and gives it back when it is live',
    async (state, reason) => {
      await register.begin();
      const { agreementId } = await register.watch({ lastDay: '2026-11-30' });
      await plan();
      await register.setLegalState(agreementId, state);
      await plan(agreementId);
      expect(await told()).toContain(`deadline_ahead -7 position suppressed ${reason}`);
      expect(await count(`alert_condition WHERE state = 'cancelled' AND closed_on = '2026-11-23'`)).toBe(1);
      await register.setLegalState(agreementId, 'in_force');
      app.clock.setTo('2026-11-23T10:30:00Z');
      await plan(agreementId);
      expect(await told()).toContain('deadline_ahead -7 position queued');
      expect(
        await count(`outbox WHERE payload->>'notificationId' IN
      (SELECT id::text FROM alert_notification WHERE state = 'queued')`),
      ).toBe(2);
      expect(await count(`alert_condition WHERE state = 'open'`)).toBe(1);
    },
  );

  it('withdraws what a settled commitment had waiting, and gives it back when the decision is withdrawn', async () => {
    await register.begin();
    const watched = await register.watch({ lastDay: '2026-11-30' });
    await plan();
    await app.db.query(
      `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by,
                                        recorded_on, recorded_at)
       VALUES (gen_random_uuid(), $1, $2, 'waived', 'a test', '2026-11-23', 'system:test', '2026-11-23', now())`,
      [watched.agreementId, watched.subjectId],
    );
    await plan(watched.agreementId);
    expect(await told()).toContain('deadline_ahead -7 position suppressed not_live');
    await app.db.query(
      `UPDATE commitment_decision SET withdrawn_by = 'system:test', withdrawn_on = '2026-11-23',
              withdrawal_reason = 'a test'`,
    );
    app.clock.setTo('2026-11-23T10:30:00Z');
    await plan(watched.agreementId);
    expect(await told()).toContain('deadline_ahead -7 position queued');
  });

  it('resolves the condition of a deadline ahead once it has passed', async () => {
    await register.begin();
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    app.clock.setTo('2026-12-01T10:00:00Z');
    await plan();
    const conditions = await app.db.query(`SELECT rule, state, closed_on FROM alert_condition ORDER BY rule`);
    expect(conditions).toEqual([
      { rule: 'deadline_ahead', state: 'resolved', closed_on: '2026-12-01' },
      { rule: 'deadline_passed', state: 'open', closed_on: null },
    ]);
  });
});
