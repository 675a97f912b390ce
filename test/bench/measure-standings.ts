import { NestFactory } from '@nestjs/core';
import { RefreshStandings } from '@app/delivery';
import { loadSettings } from '@app/platform';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { generateDeliveries } from '../support/generated-deliveries';
import type { BenchOptions } from './options';
import { type Register, asked, withClient } from './registers';
import type { Measurement } from './report';
import { turnByTurn } from './statistics';

/** A day in the middle of the deadlines of the generated register. */
const TODAY = '2024-06-03';
const REPORTS_EACH = 3;

/**
 * What somebody in a hurry would write: the highest and the first sufficient value of each promise, told as words. It
 * knows of no forecast, no obstacle and no past, and writes as many rows.
 */
const PLAIN_UPDATE = `
  UPDATE delivery_standing s
     SET reached = f.reached, before_deadline = f.before_deadline, after_deadline = f.after_deadline
    FROM (SELECT c.id,
                 CASE WHEN o.reached_on <= c.last_day THEN 'met' WHEN o.reached_on IS NOT NULL THEN 'met_late' END AS reached,
                 CASE WHEN o.highest > 0 THEN 'on_track' WHEN o.highest = 0 THEN 'not_started' ELSE 'unreported' END
                   AS before_deadline,
                 CASE WHEN r.in_time THEN 'awaiting_verification' WHEN o.highest IS NULL AND r.in_time IS NULL
                   THEN 'overdue_unreported' ELSE 'overdue' END AS after_deadline
            FROM commitment c
            LEFT JOIN (SELECT x.commitment_id, max(x.value) AS highest,
                              min(x.as_of) FILTER (WHERE x.value >= t.value) AS reached_on
                         FROM accepted_observation x JOIN commitment t ON t.id = x.commitment_id
                        WHERE x.superseded_on IS NULL GROUP BY x.commitment_id) o ON o.commitment_id = c.id
            LEFT JOIN (SELECT x.commitment_id, bool_or(x.claimed_value >= t.value AND x.as_of <= t.last_day) AS in_time
                         FROM report x JOIN commitment t ON t.id = x.commitment_id
                        WHERE x.state IN ('submitted', 'in_review') GROUP BY x.commitment_id) r ON r.commitment_id = c.id) f
   WHERE s.commitment_id = f.id AND s.replaced_on IS NULL
     AND (s.reached, s.before_deadline, s.after_deadline)
         IS DISTINCT FROM (f.reached, f.before_deadline, f.after_deadline)`;

/** How much longer the nightly refresh takes than one plain statement: when every row changes, and when none does. */
export async function measureStandings(register: Register, { rounds }: BenchOptions): Promise<Measurement[]> {
  await report(register);
  const context = await NestFactory.createApplicationContext(
    WorkerModule.with(
      loadSettings({
        NODE_ENV: 'test',
        DATABASE_URL: register.appUrl,
        DATA_DIR: register.dataDir,
        CLOCK_START: `${TODAY}T03:00:00Z`,
      }),
    ),
    { logger: ['error'] },
  );
  try {
    const standings = context.get(RefreshStandings);
    const refresh = () => standings.execute();
    const plain = () => withClient(register.appUrl, (client) => client.query(PLAIN_UPDATE));
    const written = await refresh();
    const again = { measured: [] as number[], floor: [] as number[] };
    const turn = (side: 'measured' | 'floor', work: () => Promise<unknown>) => async () => {
      await makeWrong(register);
      const first = await secondsOf(work);
      await settle(register);
      again[side].push(await secondsOf(work));
      return first;
    };
    const first = await turnByTurn(rounds, turn('measured', refresh), turn('floor', plain));
    const floorName = 'one plain UPDATE ... FROM that knows of no forecast, no obstacle and no past';
    const shared = { unit: 's', aim: { atMost: 4 }, floorName } as const;
    const note = `${written.toLocaleString('en')} promises with reports`;
    return [
      { ...shared, name: 'standings, all changed', ...first, note },
      { ...shared, name: 'standings, again', ...again, note: 'nothing to write' },
    ];
  } finally {
    await context.close();
  }
}

async function report(register: Register): Promise<void> {
  const { reported } = await asked<{ reported: boolean }>(
    register.ownerUrl,
    'SELECT EXISTS (SELECT FROM report) AS reported',
  );
  if (reported) return;
  await withClient(register.superuserUrl, async (client) => {
    // A million rows are made and not judged one by one.
    await client.query('SET session_replication_role = replica');
    await generateDeliveries(client, TODAY, { everyOne: true, most: REPORTS_EACH });
    await client.query('VACUUM ANALYZE report, accepted_observation');
  });
}

/** Every row says something else than either side would write. */
async function makeWrong(register: Register): Promise<void> {
  await withClient(register.ownerUrl, (client) =>
    client.query(
      `UPDATE delivery_standing SET reached = CASE WHEN reached = 'met' THEN 'met_late' ELSE 'met' END,
         before_deadline = 'unreported', after_deadline = 'overdue_unreported'`,
    ),
  );
  await settle(register);
}

/** What a running server does in the background, done before the clock runs. */
async function settle(register: Register): Promise<void> {
  await withClient(register.superuserUrl, async (client) => {
    await client.query('VACUUM ANALYZE delivery_standing');
    await client.query('CHECKPOINT');
  });
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
