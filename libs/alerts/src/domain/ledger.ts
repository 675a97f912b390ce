import type { CalendarDate } from '@app/kernel';
import type { Addressee, RuleCode } from './rules';

/** States of an occurrence. `superseded`: another one speaks for it; `cancelled`: withdrawn before anybody was told. */
export const OCCURRENCE_STATES = ['due', 'dispatched', 'suppressed', 'superseded', 'cancelled'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** States of a notification; `queued` and `retry` wait, the others are ends. */
export const NOTIFICATION_STATES = ['queued', 'retry', 'sent', 'bounced', 'dead', 'suppressed'] as const;
export type NotificationState = (typeof NOTIFICATION_STATES)[number];

/** Why something that was planned is not said. */
export const WITHDRAWAL_REASONS = [
  'deadline_moved',
  'not_live',
  'suspended',
  'moved_back_untold',
  'fact_ended',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** What makes an occurrence unique for its subject: a rule, a threshold (or the number of a move) and a date. */
export interface OccurrenceKey {
  readonly rule: RuleCode;
  readonly threshold: number;
  /** Null for a move that takes the deadline away. */
  readonly deadlineDate: CalendarDate | null;
}

/** One line of a subject's ledger. */
export interface LedgerEntry extends OccurrenceKey {
  readonly state: OccurrenceState;
  readonly reason: WithdrawalReason | null;
  /** The occurrence that speaks for this one. */
  readonly supersededBy: OccurrenceKey | null;
  /** Whether it is told later than it fell due, or for others too. */
  readonly catchUp: boolean;
  /** Whom it is addressed to: the union over everything it speaks for; empty while it is not to be told. */
  readonly to: readonly Addressee[];
}

/** The identity of an occurrence as text. */
export function keyOf({ rule, threshold, deadlineDate }: OccurrenceKey): string {
  return `${rule}|${threshold}|${deadlineDate ?? 'none'}`;
}
