import { PlanAlerts } from '@app/alerts';
import { type Staff, amend, logCurrent, signInStaff, withDeadline } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { deliverDue } from '../../support/deliver-due';
import { fictionalDocument, take } from '../../support/legal-life';

const PATIENCE = 60_000;

interface Sent {
  readonly items: readonly { readonly topic: string; readonly body: string; readonly messageId: string }[];
}

describe('an agreement that is amended, suspended and resumed', () => {
  let api: TestApi;
  let staff: Staff;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
    await api.dataSource.query(
      `UPDATE "position" SET holder_account_id = (SELECT id FROM account ORDER BY created_at LIMIT 1)
        WHERE key = 'register-owner'`,
    );
  }, PATIENCE);
  afterAll(() => api.close());

  const known = new Set<string>();
  /** What goes out now that did not before. */
  async function told(): Promise<readonly { topic: string; body: string }[]> {
    const get = <T>(token: abstract new (...args: never[]) => T) => api.app.get<T>(token, { strict: false });
    await get(PlanAlerts).execute();
    expect(await deliverDue({ get, db: api.dataSource })).not.toContainEqual(expect.any(Error));
    const { body } = await staff.admin.http<Sent>('GET', '/outbox?limit=100');
    const fresh = body.items.filter(({ messageId }) => !known.has(messageId));
    for (const { messageId } of fresh) known.add(messageId);
    return fresh;
  }

  it(
    'tells each act once, and the shifted deadlines in one summary',
    async () => {
      const id = await logCurrent(
        api,
        fictionalDocument({
          legalState: 'in_force',
          legalStateSince: { stated: '2025-06' },
          signing: { date: { stated: '2025-04-15' } },
        }),
      );
      expect(new Set((await told()).map(({ topic }) => topic))).toEqual(new Set(['deadline_passed']));

      const source = await staff.officer.http<{ id: string }>('POST', '/sources', {
        body: { url: 'https://press.example/amendment' },
      });
      await amend(staff, id, source.body.id, withDeadline('2030'));
      const [moved, ...none] = await told();
      expect(none).toEqual([]);
      expect(moved?.topic).toBe('deadline_moved');
      expect(moved?.body).toMatch(/(amendment|avenant) \d+/);

      const suspension = { ground: 'a dispute about land', expectedEnd: '2027-03-01' };
      await take(staff.legal, id, 'suspend', { on: '2026-05-01', suspension });
      const [suspended, ...nothing] = await told();
      expect(nothing).toEqual([]);
      expect(suspended?.topic).toBe('agreement_suspended');
      expect(suspended?.body).toContain('a dispute about land');

      await take(staff.legal, id, 'resume', { on: '2026-11-01', shift: { rule: 'whole_interval' } });
      const [resumed, ...more] = await told();
      expect(more).toEqual([]);
      expect(resumed?.topic).toBe('agreement_resumed');
      // The promise that was amended and its milestone; what had passed before the suspension stays where it was.
      expect(resumed?.body.match(/2031/g)).toHaveLength(1);
      expect(resumed?.body.match(/2027/g)?.length).toBeGreaterThan(1);
      expect(await told()).toEqual([]);
    },
    PATIENCE,
  );
});
