import type { Transition, Workflow } from '@app/kernel';

/** How a condition precedent stands. */
export const CONDITION_STATES = ['open', 'ticked', 'waived'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

export const CONDITION_ACTIONS = ['tick', 'waive', 'reopen'] as const;
export type ConditionAction = (typeof CONDITION_ACTIONS)[number];

export type ConditionGuard = 'agreement_is_not_in_force';

const decision = (to: ConditionState, wantsReason: boolean): Transition<ConditionState, ConditionGuard> => ({
  to,
  permission: 'condition.decide',
  guards: ['agreement_is_not_in_force'],
  event: 'agreement.condition_decided',
  wantsReason,
});
const REOPEN = decision('open', true);

/** What must happen before an agreement takes effect: it did, or somebody says why it need not. */
export const CONDITION_WORKFLOW: Workflow<ConditionState, ConditionAction, ConditionGuard> = {
  name: 'condition',
  initial: ['open'],
  actions: CONDITION_ACTIONS,
  states: {
    open: { tick: decision('ticked', false), waive: decision('waived', true) },
    ticked: { reopen: REOPEN },
    waived: { reopen: REOPEN },
  },
};
