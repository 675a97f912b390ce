import { type INestApplicationContext, Logger } from '@nestjs/common';
import { JobWorker } from '@app/platform';
import { ScheduledTask } from './schedule';

/**
 * Does the tasks that do not wait for their first slot: a schedule kept from before a stop would not fire. Nobody
 * waits for them either: after a long outage the first sweep of a large register takes its time.
 */
export function runAtStart(app: INestApplicationContext, schedule: readonly ScheduledTask[]): void {
  const logger = new Logger('Schedule');
  for (const { job } of schedule.filter(({ atStart }) => atStart)) {
    app
      .get(JobWorker)
      .runNow(job, {})
      .catch((error: Error) => logger.warn(`${job.name} at start: ${error.message}`));
  }
}
