import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import type { DeliveryStatus } from '../domain/derive-status';
import type { ProgressSummary } from '../domain/progress-summary';
import type { PromisedSummary, SummaryFilter } from '../domain/promised-summary';
import { SummariseProgress } from './summarise-progress';
import { SummarisePromises } from './summarise-promises';

/** What was promised, and what became of it. */
export type Summary = PromisedSummary & ProgressSummary<DeliveryStatus>;

/** Shows what was promised beside what became of it, on one day. @throws FieldsRefused */
@Injectable()
export class ShowSummary {
  constructor(
    private readonly promises: SummarisePromises,
    private readonly progress: SummariseProgress,
  ) {}

  async execute(filter: SummaryFilter, asOf: CalendarDate | null): Promise<Summary> {
    const promised = await this.promises.execute(filter, asOf);
    return { ...promised, ...(await this.progress.execute(filter, asOf)) };
  }
}
