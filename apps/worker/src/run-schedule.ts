import { Logger } from '@nestjs/common';
import { JobQueue, realTimeSlot } from '@app/platform';
import { ScheduledTask } from './schedule';

const MINUTE_MS = 60_000;

/**
 * Adds a tick for each slot of each task. The slot is part of the job's id, so several workers make one job of it;
 * nothing of the schedule is kept in the queue, so a flushed queue loses no schedule. The timers keep no process alive.
 */
export function runSchedule(queue: JobQueue, schedule: readonly ScheduledTask[]): void {
  const logger = new Logger('Schedule');
  const tick = (task: ScheduledTask, slot: number) =>
    queue
      .addTick(task.job, slot, {})
      .catch((error: Error) => logger.warn(`${task.job.name}: ${error.message}`));
  for (const task of schedule) {
    const interval = task.everyMinutes * MINUTE_MS;
    setInterval(() => void tick(task, realTimeSlot(interval)), interval / 2).unref();
  }
}
