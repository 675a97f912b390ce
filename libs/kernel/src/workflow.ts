import type { Permission } from './permission';
import { Refusal, SentenceValues } from './refusal';

/** One way from a state to another. */
export interface Transition<State extends string, Guard extends string = never> {
  readonly to: State;
  /** Further targets, where the facts decide which one it is. */
  readonly orTo?: readonly State[];
  readonly permission: Permission;
  /** Named conditions in the order in which they are asked; the first that fails is the answer. */
  readonly guards: readonly Guard[];
  /** What the audit trail calls it, as in `version.submitted`. */
  readonly event: `${string}.${string}`;
  /** Backward and adverse steps say why. */
  readonly wantsReason: boolean;
}

/** The ways out of one state; none of a final one. */
export type Ways<State extends string, Action extends string, Guard extends string = never> = Readonly<
  Partial<Record<Action, Transition<State, Guard>>>
>;

/** States and actions as a table: what is not in it cannot happen. */
export interface Workflow<State extends string, Action extends string, Guard extends string = never> {
  /** The record that moves through it, as in `version`. */
  readonly name: string;
  /** States in which a record may begin. */
  readonly initial: readonly State[];
  readonly actions: readonly Action[];
  readonly states: Readonly<Record<State, Ways<State, Action, Guard>>>;
}

/** A refusal as a value, so that it can be shown beside a button as well as thrown. */
export interface Hindrance {
  readonly code: string;
  readonly values?: SentenceValues;
}

/** What a caller may do with a record now, or why not. */
export interface ActionOffer<Action extends string> {
  readonly action: Action;
  readonly allowed: boolean;
  /** Null when it is allowed. */
  readonly hindrance: Hindrance | null;
}

/** What decides beside the table: the caller's permissions and the facts of the record. */
export interface Judgement<Guard extends string> {
  /** Null when the caller may, for this record. */
  readonly permission: (permission: Permission) => Hindrance | null;
  /** Null when the condition holds. */
  readonly guard: (guard: Guard) => Hindrance | null;
}

/** The table has no such way from the state the record is in. */
export class ActionNotPossible extends Refusal {
  readonly code = 'action_not_possible';
  readonly kind = 'conflict';

  constructor(action: string, state: string) {
    super({ action, state });
  }
}

/** The transition of an action from a state. @throws ActionNotPossible */
export function transitionFrom<State extends string, Action extends string, Guard extends string>(
  workflow: Workflow<State, Action, Guard>,
  state: State,
  action: Action,
): Transition<State, Guard> {
  const transition = workflow.states[state][action];
  if (!transition) throw new ActionNotPossible(action, state);
  return transition;
}

/** What stands in the way of one transition: the permission first, then the guards in their order. */
export function hindranceOf<State extends string, Guard extends string>(
  transition: Transition<State, Guard>,
  judgement: Judgement<Guard>,
): Hindrance | null {
  const forbidden = judgement.permission(transition.permission);
  if (forbidden) return forbidden;
  for (const guard of transition.guards) {
    const failed = judgement.guard(guard);
    if (failed) return failed;
  }
  return null;
}

/**
 * Every action of a table for a record in a state: those the table does not know from here are not possible, the
 * others as permission and guards decide. The same judgement serves the answer and the act.
 */
export function offeredActions<State extends string, Action extends string, Guard extends string>(
  workflow: Workflow<State, Action, Guard>,
  state: State,
  judgement: Judgement<Guard>,
): ActionOffer<Action>[] {
  return workflow.actions.map((action) => {
    const transition = workflow.states[state][action];
    const hindrance = transition
      ? hindranceOf(transition, judgement)
      : { code: 'action_not_possible', values: { action, state } };
    return { action, allowed: hindrance === null, hindrance };
  });
}

/** An offer of an action that no table lists: the first hindrance that is there is the answer. */
export function offerOf<Action extends string>(
  action: Action,
  hindrances: readonly (Hindrance | null)[],
): ActionOffer<Action> {
  const hindrance = hindrances.find((each) => each !== null) ?? null;
  return { action, allowed: hindrance === null, hindrance };
}

/** What a step would be refused with, to be shown before it is taken. */
export function hindranceBy({ code, values }: Pick<Refusal, 'code' | 'values'>): Hindrance {
  return { code, values };
}

/** Every state that a transition may lead to. */
export function targetsOf<State extends string>({
  to,
  orTo = [],
}: Pick<Transition<State, string>, 'to' | 'orTo'>): readonly State[] {
  return [to, ...orTo];
}

/**
 * What is wrong with a table, in words for developers: targets that do not exist, states that nothing reaches, dead
 * ends that are not said to be final, actions that no state has.
 */
export function workflowFaults<State extends string, Action extends string, Guard extends string>(
  workflow: Workflow<State, Action, Guard>,
  final: readonly State[],
): string[] {
  const states = Object.keys(workflow.states) as State[];
  const reached = new Set<State>(workflow.initial);
  for (const state of reached)
    for (const way of waysOf(workflow, state)) targetsOf(way).forEach((to) => reached.add(to));
  return [
    ...states.flatMap((state) =>
      waysOf(workflow, state)
        .flatMap(targetsOf)
        .filter((to) => !(to in workflow.states))
        .map((to) => `${state} leads to ${to}, which does not exist`),
    ),
    ...states.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...states
      .filter((state) => waysOf(workflow, state).length === 0 && !final.includes(state))
      .map((state) => `${state} has no way out`),
    ...workflow.actions
      .filter((action) => states.every((state) => !workflow.states[state][action]))
      .map((action) => `${action} is possible nowhere`),
  ];
}

function waysOf<State extends string, Action extends string, Guard extends string>(
  workflow: Workflow<State, Action, Guard>,
  state: State,
): Transition<State, Guard>[] {
  const ways = workflow.states[state] ?? {};
  return Object.values<Transition<State, Guard> | undefined>(ways).filter((way) => way !== undefined);
}
