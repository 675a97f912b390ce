import type { INestApplicationContext } from '@nestjs/common';
import { JobWorker } from '@app/platform';
import { ScheduledTask } from './schedule';

/** Does the tasks that do not wait for their first slot: a schedule kept from before a stop would not fire. */
export async function runAtStart(
  app: INestApplicationContext,
  schedule: readonly ScheduledTask[],
): Promise<void> {
  for (const task of schedule.filter(({ atStart }) => atStart)) {
    await app.get(JobWorker).runNow(task.job, {});
  }
}
