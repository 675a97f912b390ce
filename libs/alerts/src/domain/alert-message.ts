import type { CalendarDate, DatePrecision, LocalizedText, Quantity } from '@app/kernel';
import type { RuleCode, SubjectType } from './rules';

/** Acts under which a deadline moves. */
export type MoveAct = 'amendment' | 'completion' | 'rectification' | 'suspension';

/** A deadline as published, with the last day derived from it. */
export interface StatedDeadline {
  readonly stated: string;
  readonly precision: DatePrecision;
  readonly lastDay: CalendarDate;
}

/** One alert with everything a reader needs in order to understand it. */
export interface AlertMessage {
  readonly rule: RuleCode;
  /** Days from the deadline; the number of the move for a deadline that moved. */
  readonly threshold: number;
  readonly catchUp: boolean;
  readonly subjectType: SubjectType;
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
  /** Why this reader gets it, and the position that makes them the reader. */
  readonly because: 'owner' | 'superior' | 'obligor' | 'verifier' | 'director';
  readonly position: LocalizedText | null;
}
