import { CalendarDay, Choice, Parts, RecordReference, Text, Whole } from '@app/platform';
import { COUNTING_RULES, type CountingRule } from '../domain/counting-rule';
import { RHYTHMS, type Rhythm } from '../domain/reporting-calendar';

export class ReportingDateRequest {
  @CalendarDay({ description: 'The last day of a period' })
  until: string;
}

export class ChosenRuleRequest {
  @RecordReference()
  commitmentId: string;

  @Choice(COUNTING_RULES, { description: 'From where its value counts, where the paper does not say' })
  rule: CountingRule;
}

export class ArrangeReportingRequest {
  @Choice(RHYTHMS, { optional: true, description: 'By the jobs promised when left out' })
  rhythm?: Rhythm | null;

  @Parts(() => ReportingDateRequest, { size: 40, optional: true, description: 'Only with own dates' })
  dates?: ReportingDateRequest[] | null;

  @CalendarDay({
    optional: true,
    description: 'Periods that end before are not asked for; today when left out',
  })
  fromDay?: string | null;

  @Whole({ min: 1, max: 180, optional: true, description: 'Days to answer; 30 when left out' })
  dueDays?: number | null;

  @Whole({ min: 0, max: 180, optional: true, description: 'Days of grace; 30 when left out' })
  graceDays?: number | null;

  @Parts(() => ChosenRuleRequest, { optional: true })
  countingRules?: ChosenRuleRequest[] | null;

  @Text({ optional: true, description: 'Why an open calendar is changed' })
  reason?: string | null;
}

export class CloseReportingRequest {
  @Text()
  reason: string;
}
