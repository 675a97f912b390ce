import { auditKind } from '@app/audit';
import type { CalendarDate } from '@app/kernel';
import { defineJob } from '@app/platform';
import type { CountingRule } from '../domain/counting-rule';
import type { ReportState } from '../domain/report-workflow';
import type { Rhythm } from '../domain/reporting-calendar';

/** Asks for the reports that are due, and marks those that were missed. */
export const askForReportsJob = defineJob<Record<never, never>>('delivery.ask_for_reports');

/** Sends the mail of a notice before an adverse word. */
export const sendReplyNoticeJob = defineJob<ReplyNoticeToSend>('delivery.send_reply_notice');
export interface ReplyNoticeToSend {
  readonly noticeId: string;
  /** When it was given, as an instant. */
  readonly happenedAt: string;
}

interface Arranged {
  readonly calendarId: string;
  readonly rhythm: Rhythm;
  readonly dates: readonly CalendarDate[];
  readonly fromDay: CalendarDate;
  readonly dueDays: number;
  readonly graceDays: number;
  readonly countingRules: readonly { readonly commitmentId: string; readonly rule: CountingRule }[];
}

export const reportingOpened = auditKind<Arranged>('reporting.opened', 'agreement');
export const reportingChanged = auditKind<Arranged & { readonly endedCalendarId: string }>(
  'reporting.changed',
  'agreement',
);
export const reportingClosed = auditKind<{ readonly calendarId: string; readonly withdrawn: number }>(
  'reporting.closed',
  'agreement',
);

interface MovedDay {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A suspension ended: the days that it took of the time to report were given back. */
export const reportExtended = auditKind<{
  readonly reportId: string;
  readonly commitmentId: string;
  readonly days: number;
  readonly dueOn: MovedDay;
  readonly graceUntil: MovedDay;
}>('report.extended', 'agreement');

/** The entry of a step of a report, named by the event of its transition. */
export function reportStepped(event: `${string}.${string}`) {
  return auditKind<{
    readonly reportId: string;
    readonly commitmentId: string;
    readonly state: { readonly from: ReportState | null; readonly to: ReportState };
    readonly claimedValue?: number;
    readonly acceptedValue?: number;
    readonly sha256?: string;
    readonly onBehalf?: boolean;
  }>(event, 'agreement');
}
