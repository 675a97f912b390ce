import { NestFactory } from '@nestjs/core';
import { PlanAlerts } from '@app/alerts';
import { calendarDate } from '@app/kernel';
import { loadSettings } from '@app/platform';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { HAND_WRITTEN_SWEEP } from './hand-written-sweep';
import type { BenchOptions } from './options';
import { type Register, withClient } from './registers';
import type { Measurement } from './report';
import { turnByTurn } from './statistics';

/** A working day within sending hours on which the first deadlines of the generated register have passed. */
const TODAY = '2018-01-02';
const NOW = `${TODAY}T10:00:00Z`;

const LEDGER = ['alert_condition', 'alert_occurrence', 'alert_notification', 'outbox'] as const;

/**
 * How much longer the planner takes than one hand-written statement that writes the same rows: over a register
 * nobody was told of yet, and again when everybody was told.
 */
export async function measureSweep(register: Register, { rounds }: BenchOptions): Promise<Measurement[]> {
  const context = await NestFactory.createApplicationContext(
    WorkerModule.with(
      loadSettings({
        NODE_ENV: 'test',
        DATABASE_URL: register.appUrl,
        DATA_DIR: register.dataDir,
        CLOCK_START: NOW,
      }),
    ),
    { logger: ['error'] },
  );
  try {
    const planner = context.get(PlanAlerts);
    const request = await planner.requestFor(calendarDate(TODAY), new Date(NOW));
    const byHand = () =>
      withClient(register.appUrl, (client) =>
        client.query(HAND_WRITTEN_SWEEP, [
          JSON.stringify(request.thresholds),
          request.today,
          request.at,
          request.sendAfter,
          request.longTermMonths,
          request.job,
        ]),
      );
    const again = { measured: [] as number[], floor: [] as number[] };
    const rows = { measured: '', floor: '' };
    const sweep = (turn: 'measured' | 'floor', work: () => Promise<unknown>) => async () => {
      await emptyLedger(register);
      const first = await secondsOf(work);
      rows[turn] = await ledgerSizes(register);
      await tellEverything(register);
      again[turn].push(await secondsOf(work));
      return first;
    };
    const first = await turnByTurn(
      rounds,
      sweep('measured', () => planner.execute()),
      sweep('floor', byHand),
    );
    if (rows.measured !== rows.floor) {
      throw new Error(`the sweeps write different ledgers: ${rows.measured} against ${rows.floor}`);
    }
    const shared = { unit: 's', aim: { atMost: 1.5 } } as const;
    return [
      {
        ...shared,
        name: 'sweep, first',
        ...first,
        floorName: `one hand-written INSERT ... SELECT of the same rows (${rows.floor})`,
      },
      {
        ...shared,
        name: 'sweep, again',
        ...again,
        floorName: 'the same statement, finding nothing to insert; the planner also withdraws and closes',
      },
    ];
  } finally {
    await context.close();
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function emptyLedger(register: Register): Promise<void> {
  await withClient(register.ownerUrl, (client) => client.query(`TRUNCATE ${LEDGER.join(', ')}`));
  await settle(register);
}

/** What dispatch would have made of the ledger by the time of the next sweep. */
async function tellEverything(register: Register): Promise<void> {
  await withClient(register.ownerUrl, (client) =>
    client.query(`UPDATE alert_occurrence SET state = 'dispatched' WHERE state = 'due'`),
  );
  await settle(register);
}

/** What a running server does in the background, done before the clock runs. */
async function settle(register: Register): Promise<void> {
  await withClient(register.superuserUrl, async (client) => {
    await client.query(`VACUUM ANALYZE ${LEDGER.join(', ')}`);
    await client.query('CHECKPOINT');
  });
}

async function ledgerSizes(register: Register): Promise<string> {
  const counts = LEDGER.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(', ');
  const [row] = await withClient(
    register.ownerUrl,
    async (client) => (await client.query<Record<string, string>>(`SELECT ${counts}`)).rows,
  );
  return LEDGER.map((table) => `${row?.[table] ?? 0} ${table}`).join(', ');
}
