import { Injectable } from '@nestjs/common';
import { AgreementsInScope, ReadAsOf } from '@app/agreements';
import type { CalendarDate } from '@app/kernel';
import { DELIVERY_STATUSES, type DeliveryStatus, caseOf } from '../domain/derive-status';
import { PROGRESS_DEFINITIONS, type CohortWords, type ProgressSummary } from '../domain/progress-summary';
import type { SummaryFilter } from '../domain/promised-summary';
import { AddUpProgress } from './add-up-progress';

/** How the house reads the outcomes of a cohort. */
const WORDS: CohortWords<DeliveryStatus> = {
  kept: ['met', 'met_late'],
  takenBack: ['cancelled', 'waived'],
  due: [
    'closed_partial',
    'closed_not_met',
    'closed_unknown',
    'awaiting_verification',
    'overdue',
    'overdue_unreported',
  ],
};

/** Adds up what was delivered, how far promises have come, and what became of those of each year. */
@Injectable()
export class SummariseProgress {
  constructor(
    private readonly addUp: AddUpProgress,
    private readonly inScope: AgreementsInScope,
    private readonly readAsOf: ReadAsOf,
  ) {}

  /** @param asOf the day at whose end it looks at the register; null for the present. */
  async execute(
    filter: SummaryFilter,
    asOf: CalendarDate | null = null,
  ): Promise<ProgressSummary<DeliveryStatus>> {
    return this.readAsOf.execute(asOf, async (day) => {
      const statuses = new Map(DELIVERY_STATUSES.map((status) => [status, [caseOf(status, day)]]));
      const { delivered, funnel, closeOut } = await this.addUp.execute({
        ...{ filter, statuses, words: WORDS, scope: this.inScope.conditions },
      });
      return { asOf: day, definitions: PROGRESS_DEFINITIONS, delivered, funnel, closeOut };
    });
  }
}
