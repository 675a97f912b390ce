import { compareAgreementsJob, searchImpossibleJob } from '@app/agreements';
import { planAlertsJob } from '@app/alerts';
import { makeCheckpointJob } from '@app/audit';
import { askForReportsJob, refreshStandingsJob } from '@app/delivery';
import { Job, sweepFilesJob } from '@app/platform';
import { applyRetentionJob } from '@app/privacy';

export interface ScheduledTask {
  readonly job: Job<object>;
  readonly everyMinutes: number;
  /** Whether a worker also does it when it starts: after an outage nobody waits for the next slot. */
  readonly atStart: boolean;
}

/** All clockwork of the register: plain intervals, no time zone; what belongs to a local hour the job decides. */
export const SCHEDULE: readonly ScheduledTask[] = [
  { job: planAlertsJob, everyMinutes: 10, atStart: true },
  { job: makeCheckpointJob, everyMinutes: 10, atStart: true },
  { job: compareAgreementsJob, everyMinutes: 10, atStart: false },
  { job: applyRetentionJob, everyMinutes: 24 * 60, atStart: true },
  { job: askForReportsJob, everyMinutes: 60, atStart: true },
  { job: refreshStandingsJob, everyMinutes: 24 * 60, atStart: true },
  { job: searchImpossibleJob, everyMinutes: 60, atStart: true },
  { job: sweepFilesJob, everyMinutes: 24 * 60, atStart: true },
];
