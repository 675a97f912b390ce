import type { CalendarDate, Hindrance, Judgement, Permission } from '@app/kernel';
import { hindranceToClosing, hindranceToWord } from './right-of-reply';
import type { SettlementGuard } from './settlement';

/** What is known of a promise when somebody wants to decide about it. */
export interface SettlementFacts {
  readonly legalState: string;
  /** The last day on which it can be kept; null without a deadline. */
  readonly lastDay: CalendarDate | null;
  /** Whether an accepted figure reached its target: then it is met, and is closed as nothing else. */
  readonly reached: boolean;
  /** Whether it was dropped when another instrument replaced its own: nobody decided about it alone. */
  readonly dropped: boolean;
  /** The last day of a reply to the notice that it will be called not met; null without one. */
  readonly repliesUntil: CalendarDate | null;
  /** The same of whatever notice about its deadline. */
  readonly heardUntil: CalendarDate | null;
  /** Whether the papers name an organisation that owes it. */
  readonly hasObligor: boolean;
  readonly today: CalendarDate;
}

/** Judges the decisions about one promise for one caller. */
export function judgeSettlement(
  facts: SettlementFacts,
  permission: (permission: Permission) => Hindrance | null,
): Judgement<SettlementGuard> {
  return { permission, guard: (guard) => GUARDS[guard](facts) };
}

const NOT_YET_SIGNED = ['announced', 'under_negotiation'];

const GUARDS: Readonly<Record<SettlementGuard, (facts: SettlementFacts) => Hindrance | null>> = {
  agreement_was_signed: ({ legalState }) =>
    NOT_YET_SIGNED.includes(legalState) ? { code: 'settling_needs_signature' } : null,
  agreement_is_not_suspended: ({ legalState }) =>
    legalState === 'suspended' ? { code: 'closing_while_suspended' } : null,
  deadline_has_passed: ({ lastDay, today }) => {
    if (lastDay === null) return { code: 'closing_needs_deadline' };
    return lastDay < today ? null : { code: 'closing_before_deadline', values: { lastDay } };
  },
  target_was_not_reached: ({ reached }) => (reached ? { code: 'closing_after_reached' } : null),
  right_of_reply_has_run: ({ repliesUntil, today }) => hindranceToWord(repliesUntil, today),
  obligor_was_heard: (facts) => hindranceToClosing(facts, facts.today),
  decision_is_its_own: ({ dropped }) => (dropped ? { code: 'dropped_with_agreement' } : null),
};
