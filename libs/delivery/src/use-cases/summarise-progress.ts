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
  // Of what nobody reported, what waits for a verifier and what was searched in vain the outcome is not known: no zero.
  due: ['closed_partial', 'closed_not_met', 'overdue'],
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
        ...{ filter, statuses, words: WORDS, scope: this.inScope.conditions, to: 'house' },
      });
      return { asOf: day, definitions: PROGRESS_DEFINITIONS, delivered, funnel, closeOut };
    });
  }
}
