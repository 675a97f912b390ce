import { type CalendarDate, addDays } from '@app/kernel';

/**
 * How a promise stands as the public reads it. One word in it blames somebody: that a promise was not kept is decided
 * after the right of reply has run, and the reply is shown beside it. That one is overdue is said to nobody outside; what
 * reports say of a promise is not read here yet.
 */
export const PUBLIC_STATUSES = [
  'cancelled',
  'waived',
  'closed_not_met',
  'suspended',
  'ended',
  'no_deadline',
  'deadline_passed_no_verified_report',
  'due_soon',
  'deadline_ahead',
] as const;
export type PublicStatus = (typeof PUBLIC_STATUSES)[number];

/** What is known of a promise or a milestone. */
export interface PublicFacts {
  readonly lastDay: CalendarDate | null;
  readonly standing: 'running' | 'suspended' | 'ended';
  /** What somebody decided about the promise; null when nobody did. */
  readonly decision: string | null;
}

/** Days, both included, on which a deadline lies; null is an open end. */
export interface PublicWindow {
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}

/** A deadline as near as this is due soon. */
export const DUE_SOON_DAYS = 90;

/** What the others say stays in the house: to the public nobody has decided. */
const UNTOLD = [null, 'closed_partial', 'closed_unknown'] as const;

/** Decisions that take a promise back blame nobody. */
type Release = 'cancelled' | 'waived';
type Decision = Release | 'closed_not_met' | (typeof UNTOLD)[number];

/** Where a status holds. */
export interface PublicCase {
  readonly place: {
    readonly standings: readonly PublicFacts['standing'][];
    readonly decisions: readonly Decision[];
  };
  readonly window: PublicWindow | 'none' | 'any';
}

const RUNNING = { standings: ['running'], decisions: UNTOLD } as const;
const released = (decision: Release): PublicCase => ({
  place: { standings: ['running', 'suspended', 'ended'], decisions: [decision] },
  window: 'any',
});

/** Where each status holds on a day: in exactly one of these every promise is. */
export function publicCases(today: CalendarDate): Readonly<Record<PublicStatus, PublicCase>> {
  const soon = addDays(today, DUE_SOON_DAYS);
  return {
    cancelled: released('cancelled'),
    waived: released('waived'),
    closed_not_met: {
      place: { standings: ['running', 'ended'], decisions: ['closed_not_met'] },
      window: 'any',
    },
    // While an agreement is suspended nothing is said against anybody.
    suspended: {
      place: { standings: ['suspended'], decisions: [...UNTOLD, 'closed_not_met'] },
      window: 'any',
    },
    ended: { place: { standings: ['ended'], decisions: UNTOLD }, window: 'any' },
    no_deadline: { place: RUNNING, window: 'none' },
    deadline_passed_no_verified_report: {
      place: RUNNING,
      window: { from: null, until: addDays(today, -1) },
    },
    due_soon: { place: RUNNING, window: { from: today, until: soon } },
    deadline_ahead: { place: RUNNING, window: { from: addDays(soon, 1), until: null } },
  };
}

/** The status of a promise or a milestone on a day; total over all facts. "By 2029" includes 31 December 2029. */
export function publicStatusOf(facts: PublicFacts, today: CalendarDate): PublicStatus {
  const { lastDay, standing, decision } = facts;
  if (decision === 'cancelled' || decision === 'waived') return decision;
  if (standing === 'suspended') return standing;
  if (decision === 'closed_not_met') return decision;
  if (standing === 'ended') return standing;
  if (lastDay === null) return 'no_deadline';
  if (lastDay < today) return 'deadline_passed_no_verified_report';
  return lastDay <= addDays(today, DUE_SOON_DAYS) ? 'due_soon' : 'deadline_ahead';
}
