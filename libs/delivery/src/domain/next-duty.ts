import type { CalendarDate } from '@app/kernel';
import type { ReportState } from './report-workflow';

/** What whoever promised has to do next about a promise, until when. */
export type NextDuty =
  | { readonly kind: 'reply'; readonly id: string; readonly until: CalendarDate }
  | {
      readonly kind: 'report';
      readonly id: string;
      readonly until: CalendarDate | null;
      readonly state: ReportState;
    }
  | { readonly kind: 'deliver'; readonly id: null; readonly until: CalendarDate };

/** What is known when the next duty is asked for; null for what there is none of. */
export interface DutyFacts {
  readonly notice: { readonly id: string; readonly until: CalendarDate } | null;
  readonly report: {
    readonly id: string;
    readonly until: CalendarDate | null;
    readonly state: ReportState;
  } | null;
  readonly lastDay: CalendarDate | null;
  /** Whether the promise is settled or was met: nothing is left to deliver. */
  readonly settled: boolean;
  readonly today: CalendarDate;
}

/**
 * The first of: a reply before a word is said, a report that was asked for or returned, the deadline that is still to
 * come. Null where nothing is to be done.
 */
export function nextDuty({ notice, report, lastDay, settled, today }: DutyFacts): NextDuty | null {
  if (notice !== null) return { kind: 'reply', ...notice };
  if (report !== null) return { kind: 'report', ...report };
  return lastDay === null || settled || lastDay < today
    ? null
    : { kind: 'deliver', id: null, until: lastDay };
}
