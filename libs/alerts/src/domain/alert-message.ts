import type { CalendarDate, DatePrecision, LocalizedText, Quantity } from '@app/kernel';
import type { AlertedSubject, RuleCode } from './rules';

/** Acts under which a deadline moves. */
export type MoveAct = 'amendment' | 'completion' | 'rectification' | 'suspension';

/** A deadline as published, with the last day derived from it. */
export interface StatedDeadline {
  readonly stated: string;
  readonly precision: DatePrecision;
  readonly lastDay: CalendarDate;
}

/** The report that an alert is about: the period it covers. */
export interface TalkedOfReport {
  readonly id: string;
  readonly periodFrom: CalendarDate | null;
  readonly periodUntil: CalendarDate;
}

/** What may become of a report that somebody decided about; of the one appeal nothing is left after another rejection. */
export type ReportDecision =
  'accepted' | 'accepted_with_reservation' | 'returned' | 'rejected' | 'rejected_finally';

/** What a message says that is about no single deadline. */
export type Notice =
  | { readonly rule: 'report_due'; readonly report: TalkedOfReport; readonly dueOn: CalendarDate }
  | { readonly rule: 'report_waiting'; readonly report: TalkedOfReport; readonly since: CalendarDate }
  | {
      readonly rule: 'report_decided';
      readonly report: TalkedOfReport;
      readonly decision: ReportDecision;
      readonly since: CalendarDate;
      /** Null where the promise has no figure. */
      readonly claimed: number | null;
      readonly accepted: number | null;
      readonly reason: string | null;
    }
  | {
      readonly rule: 'report_returned';
      readonly report: TalkedOfReport;
      readonly since: CalendarDate;
      readonly reason: string | null;
    }
  | {
      readonly rule: 'stale_data';
      readonly since: CalendarDate;
      /** The day of the last accepted figure; null before any was. */
      readonly asOf: CalendarDate | null;
    }
  | {
      readonly rule: 'version_submitted' | 'version_verified' | 'version_returned';
      readonly since: CalendarDate;
      /** Why it was returned; null otherwise. */
      readonly reason: string | null;
    }
  | {
      readonly rule: 'agreement_amended';
      /** The day from which it holds. */
      readonly since: CalendarDate;
      /** Its own number, as the act carries it. */
      readonly number: string | null;
    }
  | { readonly rule: 'no_follow_up'; readonly since: CalendarDate }
  | { readonly rule: 'suspension_ends'; readonly since: CalendarDate; readonly expectedEnd: CalendarDate }
  | { readonly rule: 'forecast_crosses'; readonly since: CalendarDate; readonly forecast: LocalizedText }
  | {
      readonly rule: 'impossible_data';
      readonly query: string;
      readonly detail: string;
      readonly since: CalendarDate;
    }
  | {
      readonly rule: 'agreement_suspended';
      /** Null for whoever it is no business of. */
      readonly ground: string | null;
      readonly since: CalendarDate;
      readonly expectedEnd: CalendarDate | null;
    }
  | {
      readonly rule: 'agreement_resumed';
      readonly since: CalendarDate;
      readonly shifted: readonly ShiftedDeadline[];
    };

/** A deadline that moved with the end of a suspension: what people believed, and what holds now. */
export interface ShiftedDeadline {
  readonly promise: LocalizedText;
  readonly milestone: LocalizedText | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** One alert with everything a reader needs in order to understand it. */
export interface AlertMessage {
  readonly rule: RuleCode;
  /** Days from the deadline, working days where the rule counts those; the number of an event. */
  readonly threshold: number;
  readonly catchUp: boolean;
  readonly subjectType: AlertedSubject;
  readonly agreement: { readonly id: string; readonly reference: string; readonly title: LocalizedText };
  readonly promise: { readonly title: LocalizedText; readonly quantity: Quantity | null };
  /** Title of the milestone, when it is one; the promise's quantity is then the milestone's. */
  readonly milestone: LocalizedText | null;
  readonly deadline: StatedDeadline | null;
  /** For a deadline that moved: what people were told before, and the act that moved it. */
  readonly move: {
    readonly oldStated: string | null;
    readonly version: number;
    readonly recordedOn: CalendarDate;
    readonly act: MoveAct;
    /** Its own number and the day from which it holds, for an amendment. */
    readonly amendment: { readonly number: string; readonly effectiveOn: CalendarDate } | null;
  } | null;
  /** For an alert that is about something else than a deadline. */
  readonly notice: Notice | null;
  /** Why this reader gets it, and the position that makes them the reader. */
  readonly because:
    | 'owner'
    | 'superior'
    | 'obligor'
    | 'representative'
    | 'verifier'
    | 'director'
    | 'admin'
    | 'legal'
    | 'drafter';
  readonly position: LocalizedText | null;
}
