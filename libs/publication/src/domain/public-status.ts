import { type CalendarDate, addDays } from '@app/kernel';

/**
 * How a promise stands as the public reads it. One word in it blames somebody: that a promise was not kept is said where
 * whoever promised could reply before it was decided, and the reply is shown beside it. That one is overdue is said to
 * nobody outside.
 */
export const PUBLIC_STATUSES = [
  'cancelled',
  'waived',
  'suspended',
  'met',
  'met_late',
  'closed_not_met',
  'ended',
  'no_deadline',
  'deadline_passed_verified_figure',
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
  /** Whether an accepted figure reached the target, on the last day at the latest or after it; null while none did. */
  readonly reached: 'met' | 'met_late' | null;
  /** Whether a figure of the promise was accepted. */
  readonly verified: boolean;
  /** Whether whoever promised could reply before it was decided that the promise was not met. */
  readonly heard: boolean;
}

/** Days, both included, on which a deadline lies; null is an open end. */
export interface PublicWindow {
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}

/** A deadline as near as this is due soon. */
export const DUE_SOON_DAYS = 90;

/** What these say stays in the house: to the public nobody has decided. */
const UNTOLD = [null, 'closed_partial', 'closed_unknown'] as const;

/** Decisions that take a promise back blame nobody. */
type Release = 'cancelled' | 'waived';
type Decision = Release | 'closed_not_met' | (typeof UNTOLD)[number];

/** Where a status holds; what is left out is not asked. */
export interface PublicCase {
  readonly place: {
    readonly standings: readonly PublicFacts['standing'][];
    readonly decisions: readonly Decision[];
  };
  readonly window: PublicWindow | 'none' | 'any';
  readonly reported?: { readonly reached: readonly PublicFacts['reached'][] };
  readonly verified?: boolean;
  readonly heard?: boolean;
}

const ANY_STANDING = ['running', 'suspended', 'ended'] as const;
const NOT_SUSPENDED = ['running', 'ended'] as const;
const NOT_REACHED = { reported: { reached: [null] } } as const;

const released = (decision: Release): readonly PublicCase[] => [
  { place: { standings: ANY_STANDING, decisions: [decision] }, window: 'any' },
];
const reached = (status: 'met' | 'met_late'): readonly PublicCase[] => [
  {
    place: { standings: NOT_SUSPENDED, decisions: [...UNTOLD, 'closed_not_met'] },
    window: 'any',
    reported: { reached: [status] },
  },
];

/** Of what nobody decided as far as the public is told: also where nobody could reply before “not met” was decided. */
const untold = (
  standing: PublicFacts['standing'],
  window: PublicCase['window'],
  more: Pick<PublicCase, 'verified'> = {},
): readonly PublicCase[] => [
  { place: { standings: [standing], decisions: UNTOLD }, window, ...NOT_REACHED, ...more },
  {
    place: { standings: [standing], decisions: ['closed_not_met'] },
    ...{ window, ...NOT_REACHED, ...more, heard: false },
  },
];

/** Where each status holds on a day: in exactly one case of all these every promise is. */
export function publicCases(today: CalendarDate): Readonly<Record<PublicStatus, readonly PublicCase[]>> {
  const soon = addDays(today, DUE_SOON_DAYS);
  const passed: PublicWindow = { from: null, until: addDays(today, -1) };
  return {
    cancelled: released('cancelled'),
    waived: released('waived'),
    // While an agreement is suspended nothing is said against anybody.
    suspended: [
      { place: { standings: ['suspended'], decisions: [...UNTOLD, 'closed_not_met'] }, window: 'any' },
    ],
    met: reached('met'),
    met_late: reached('met_late'),
    closed_not_met: [
      {
        place: { standings: NOT_SUSPENDED, decisions: ['closed_not_met'] },
        ...{ window: 'any', ...NOT_REACHED, heard: true },
      },
    ],
    ended: untold('ended', 'any'),
    no_deadline: untold('running', 'none'),
    deadline_passed_verified_figure: untold('running', passed, { verified: true }),
    deadline_passed_no_verified_report: untold('running', passed, { verified: false }),
    due_soon: untold('running', { from: today, until: soon }),
    deadline_ahead: untold('running', { from: addDays(soon, 1), until: null }),
  };
}

/** The status of a promise or a milestone on a day; total over all facts. "By 2029" includes 31 December 2029. */
export function publicStatusOf(facts: PublicFacts, today: CalendarDate): PublicStatus {
  const { lastDay, standing, decision, verified, heard } = facts;
  if (decision === 'cancelled' || decision === 'waived') return decision;
  if (standing === 'suspended') return standing;
  if (facts.reached !== null) return facts.reached;
  if (decision === 'closed_not_met' && heard) return decision;
  if (standing === 'ended') return standing;
  if (lastDay === null) return 'no_deadline';
  if (lastDay < today) {
    return verified ? 'deadline_passed_verified_figure' : 'deadline_passed_no_verified_report';
  }
  return lastDay <= addDays(today, DUE_SOON_DAYS) ? 'due_soon' : 'deadline_ahead';
}
