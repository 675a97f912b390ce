import type { Transition, Workflow } from '@app/kernel';

/** What can be decided about a promise before anything is delivered. */
export const OUTCOMES = [
  'cancelled',
  'waived',
  'closed_partial',
  'closed_not_met',
  'closed_unknown',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Decisions after which nobody is held to the promise any more, whatever became of it. */
export const RELEASES = ['cancelled', 'waived'] as const satisfies readonly Outcome[];

/** Decisions on what had become of the promise when its time was over. */
export const CLOSINGS = [
  'closed_partial',
  'closed_not_met',
  'closed_unknown',
] as const satisfies readonly Outcome[];

/** A promise nobody has decided about, or what was decided. */
export type SettlementState = 'open' | Outcome;

export const SETTLEMENT_ACTIONS = [
  'cancel',
  'waive',
  'close_partially',
  'close_as_not_met',
  'close_as_unknown',
  'withdraw_decision',
] as const;
export type SettlementAction = (typeof SETTLEMENT_ACTIONS)[number];

/** Conditions of decisions, in the order in which they are asked. */
export type SettlementGuard =
  | 'agreement_was_signed'
  | 'agreement_is_not_suspended'
  | 'deadline_has_passed'
  | 'target_was_not_reached'
  | 'right_of_reply_has_run'
  | 'obligor_was_heard'
  | 'decision_is_its_own';

type SettlementTransition = Transition<SettlementState, SettlementGuard>;

const decision = (to: SettlementState, ...guards: SettlementGuard[]): SettlementTransition => ({
  to,
  permission: 'commitment.settle',
  guards,
  event: to === 'open' ? 'commitment.decision_withdrawn' : 'commitment.decided',
  wantsReason: true,
});

const closing = (to: SettlementState, ...guards: SettlementGuard[]): SettlementTransition =>
  decision(
    to,
    'agreement_was_signed',
    'agreement_is_not_suspended',
    'deadline_has_passed',
    'target_was_not_reached',
    ...guards,
  );

const WITHDRAW = { withdraw_decision: decision('open', 'decision_is_its_own') };

/** How people settle a promise: by a decision with a reason, which may be withdrawn and is never changed. */
export const SETTLEMENT_WORKFLOW: Workflow<SettlementState, SettlementAction, SettlementGuard> = {
  name: 'settlement',
  initial: ['open'],
  actions: SETTLEMENT_ACTIONS,
  states: {
    open: {
      cancel: decision('cancelled', 'agreement_was_signed'),
      waive: decision('waived', 'agreement_was_signed'),
      close_partially: closing('closed_partial', 'obligor_was_heard'),
      close_as_not_met: closing('closed_not_met', 'right_of_reply_has_run'),
      close_as_unknown: closing('closed_unknown', 'obligor_was_heard'),
    },
    cancelled: WITHDRAW,
    waived: WITHDRAW,
    closed_partial: WITHDRAW,
    closed_not_met: WITHDRAW,
    closed_unknown: WITHDRAW,
  },
};

/** The action that leads to an outcome. */
export const ACTION_FOR: Readonly<Record<Outcome, SettlementAction>> = {
  cancelled: 'cancel',
  waived: 'waive',
  closed_partial: 'close_partially',
  closed_not_met: 'close_as_not_met',
  closed_unknown: 'close_as_unknown',
};
