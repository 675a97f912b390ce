import { type CalendarDate, type LocalizedText, type Quantity, addDays } from '@app/kernel';
import type { CommitmentView, DeadlineView as StatedDeadline, PartyView } from './commitment-view';
import { type DaySpan, type DeliveryStatus, DUE_SOON_DAYS } from './derive-status';

/** What has a deadline of its own. */
export type DeadlineKind = 'commitment' | 'milestone';

/** What falls due soon, and what has passed without a decision. */
export const DEADLINE_SPANS = ['due', 'late'] as const;
export type DeadlineSpan = (typeof DEADLINE_SPANS)[number];

/** The days, both included, of what is due soon or late on a day: those of the statuses with the same meaning. */
export function daysOfSpan(span: DeadlineSpan, today: CalendarDate): DaySpan {
  return span === 'late'
    ? { from: null, until: addDays(today, -1) }
    : { from: today, until: addDays(today, DUE_SOON_DAYS) };
}

/** One deadline of a promise or of a milestone on the way to it. */
export interface DeadlineView {
  readonly kind: DeadlineKind;
  readonly id: string;
  /** The promise itself, or that of the milestone. */
  readonly commitmentId: string;
  /** The kind of the promise. */
  readonly promised: string;
  /** Whether a milestone was published, agreed or set; null of a promise. */
  readonly standing: string | null;
  readonly title: LocalizedText;
  readonly quantity: Quantity | null;
  readonly deadline: StatedDeadline;
  /** Negative once it has passed. */
  readonly daysLeft: number;
  readonly status: DeliveryStatus;
  readonly agreement: CommitmentView['agreement'];
  readonly obligor: PartyView | null;
}

/** How many deadlines there are, by what they belong to. */
export interface DeadlineCount {
  readonly total: number;
  readonly commitments: number;
  readonly milestones: number;
  /** So many of all lie in agreements that nobody has signed yet. */
  readonly notYetSigned: number;
  readonly earliest: CalendarDate | null;
}
