import { Injectable } from '@nestjs/common';
import { CountUnsealed } from '@app/audit';
import { Clock } from '@app/kernel';
import { Metrics, watchOutbox } from '@app/platform';
import { DataSource } from 'typeorm';
import { FindLastPlan } from './find-last-plan';

/** Shows figures of the whole register among a process's metrics, the same from whichever process they are asked. */
@Injectable()
export class WatchRegister {
  constructor(
    private readonly lastPlan: FindLastPlan,
    private readonly unsealed: CountUnsealed,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  execute(metrics: Metrics): void {
    watchOutbox(metrics, this.dataSource, this.clock);
    metrics.watch({
      name: 'mithaq_planner_age_seconds',
      help: 'Time since deadlines were last looked at',
      read: async () => {
        const seconds = await this.lastPlan.secondsSince();
        return seconds === null ? [] : [{ value: seconds }];
      },
    });
    metrics.watch({
      name: 'mithaq_audit_unsealed_entries',
      help: 'Entries of the audit trail that are not linked into its chain yet',
      read: async () => [{ value: await this.unsealed.execute() }],
    });
  }
}
