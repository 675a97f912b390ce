import { ALERTS_ENTITIES, AlertsModule, PlanAlerts, RehearseAlerts } from '@app/alerts';
import { calendarDate } from '@app/kernel';
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
  register = new AlertsRegister(app.db);
  await register.begin();
  await register.watch({ lastDay: '2028-12-31', obligor: 'named' });
  await register.watch({ lastDay: '2026-12-31', milestone: true, recordedOn: '2026-09-01' });
  await register.watch({ lastDay: '2020-12-31' });
});

afterAll(async () => {
  await app.close();
});

async function rehearsed(from: string, until: string): Promise<string[]> {
  const days = await app.get(RehearseAlerts).execute(calendarDate(from), calendarDate(until));
  return days.flatMap(({ date, messages }) =>
    messages.map(
      ({ rule, threshold, agreement, recipient, suppressed, catchUp }) =>
        `${date} ${agreement.reference} ${rule} ${threshold} ${recipient.split(':')[0]} ${suppressed ?? 'mail'}${catchUp ? ' late' : ''}`,
    ),
  );
}

describe('the rehearsal', () => {
  it('shows every threshold of a period on its working day, to whom and why not', async () => {
    const lines = await rehearsed('2026-12-01', '2029-02-28');
    expect(lines.filter((line) => line.includes('position'))).toEqual([
      '2026-12-01 MIT-2026-0002 deadline_ahead -30 position mail',
      '2026-12-24 MIT-2026-0002 deadline_ahead -7 position mail',
      '2026-12-31 MIT-2026-0002 deadline_ahead 0 position mail',
      '2027-01-07 MIT-2026-0002 deadline_passed 7 position mail',
      '2027-02-01 MIT-2026-0002 deadline_passed 30 position mail',
      '2027-12-31 MIT-2026-0001 deadline_ahead -365 position mail',
      '2028-07-04 MIT-2026-0001 deadline_ahead -180 position mail',
      '2028-10-02 MIT-2026-0001 deadline_ahead -90 position mail',
      '2028-12-01 MIT-2026-0001 deadline_ahead -30 position mail',
      '2028-12-22 MIT-2026-0001 deadline_ahead -7 position mail',
      '2028-12-29 MIT-2026-0001 deadline_ahead 0 position mail',
      '2029-01-01 MIT-2026-0001 deadline_passed 1 position mail',
      '2029-01-08 MIT-2026-0001 deadline_passed 7 position mail',
      '2029-01-30 MIT-2026-0001 deadline_passed 30 position mail',
    ]);
    expect(lines).toContain('2028-12-01 MIT-2026-0001 deadline_ahead -30 organisation no_address');
    expect(lines).toContain('2028-12-01 MIT-2026-0001 deadline_ahead -30 role nobody_holds_role');
  });

  it('shows today what is late, and nothing of it the day after', async () => {
    const today = await rehearsed('2026-11-23', '2026-11-23');
    expect(today).toContain('2026-11-23 MIT-2026-0003 deadline_passed 450 position mail late');
    expect(await rehearsed('2026-11-24', '2026-11-24')).toEqual([]);
  });

  it('is what then happens, and leaves no trace', async () => {
    const before = await rehearsed('2026-11-23', '2026-11-23');
    expect(await app.db.query('SELECT FROM alert_occurrence')).toHaveLength(0);
    await app.get(PlanAlerts).execute();
    const [sent] = await app.db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM alert_notification WHERE state = 'queued'`,
    );
    expect(sent?.count).toBe(before.filter((line) => line.includes('mail')).length);
    app.clock.setTo('2026-11-23T10:10:00Z');
    expect(await rehearsed('2026-11-23', '2026-11-23')).toEqual([]);
  });
});
