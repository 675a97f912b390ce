import { NestFactory } from '@nestjs/core';
import { SummariseProgress } from '@app/delivery';
import { loadSettings } from '@app/platform';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import type { BenchOptions } from './options';
import { type Register, withClient } from './registers';
import type { Measurement } from './report';
import { turnByTurn } from './statistics';

/** The day of the reports that the register of the standings has. */
const TODAY = '2024-06-03';
const EVERYTHING = { kind: null, region: null, sector: null };

/**
 * What somebody in a hurry would write: one GROUP BY over every promise with the figure accepted last. It knows of no
 * family of linked instruments, no status, no stage and no proof.
 */
const PLAIN_ROLL_UP = `
  SELECT extract(year FROM c.last_day) AS year, c.kind, c.unit, c.relation, c.stability, c.basis, c.level,
         count(*), sum(c.value) AS promised, sum(o.value) AS accepted
    FROM commitment c
    LEFT JOIN (SELECT DISTINCT ON (commitment_id) commitment_id, value FROM accepted_observation
                WHERE superseded_on IS NULL ORDER BY commitment_id, as_of DESC) o ON o.commitment_id = c.id
   GROUP BY 1, 2, 3, 4, 5, 6, 7`;

/** How much longer funnel, cohorts and bands take than one plain roll-up. */
export async function measureSummary(register: Register, { rounds }: BenchOptions): Promise<Measurement[]> {
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
    const summary = context.get(SummariseProgress, { strict: false });
    const told = () => secondsOf(() => summary.execute(EVERYTHING));
    const plain = () => secondsOf(() => withClient(register.appUrl, (client) => client.query(PLAIN_ROLL_UP)));
    await told();
    const found = await turnByTurn(rounds, told, plain);
    return [
      {
        ...{ name: 'summary, roll-up', unit: 's', aim: { atMost: 6 }, ...found },
        floorName: 'one plain GROUP BY that knows of no links, no status, no stage and no proof',
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
