import { type Permission, type Transition, type Ways, type Workflow, targetsOf } from '@app/kernel';
import { LOGGED_LEGAL_STATES } from './agreement-document';
import { ENDED_STATES, type LegalState } from './legal-states';

/** How an agreement ends. */
export type EndState = (typeof ENDED_STATES)[number];

/** States in which an agreement still runs. */
export type RunningState = Exclude<LegalState, EndState>;

/** What is done with an agreement in law. */
export const LEGAL_ACTIONS = [
  'negotiate',
  'sign',
  'put_in_force',
  'suspend',
  'resume',
  'fulfil',
  'close_partially',
  'terminate',
  'expire',
  'lapse',
  'supersede',
  'reopen',
] as const;
export type LegalAction = (typeof LEGAL_ACTIONS)[number];

/** Conditions of steps. The first two and the successor are judged by what a request brings, once there is one. */
export const LEGAL_GUARDS = [
  'signing_is_known',
  'signing_is_proven',
  'conditions_are_met',
  'every_commitment_is_settled',
  'successor_takes_over',
  'may_be_reopened',
] as const;
export type LegalGuard = (typeof LEGAL_GUARDS)[number];

type LegalTransition = Transition<LegalState, LegalGuard>;

function step(
  to: LegalState,
  permission: Permission,
  event: LegalTransition['event'],
  { guards = [], wantsReason = false }: Partial<Pick<LegalTransition, 'guards' | 'wantsReason'>> = {},
): LegalTransition {
  return { to, permission, guards, event, wantsReason };
}

const SIGN = step('signed', 'agreement.sign', 'agreement.signed', {
  guards: ['signing_is_known', 'signing_is_proven'],
});
const PUT_IN_FORCE = step('in_force', 'agreement.put_in_force', 'agreement.put_in_force', {
  guards: ['conditions_are_met'],
});
const SUSPEND = step('suspended', 'agreement.suspend', 'agreement.suspended', {
  wantsReason: true,
});
const RESUME = step('in_force', 'agreement.resume', 'agreement.resumed');
const FULFIL = step('fulfilled', 'agreement.close', 'agreement.fulfilled', {
  guards: ['every_commitment_is_settled'],
});
const CLOSE_PARTIALLY = step('closed_partially', 'agreement.close', 'agreement.closed_partially', {
  wantsReason: true,
});
const TERMINATE = step('terminated', 'agreement.terminate', 'agreement.terminated', { wantsReason: true });
const EXPIRE = step('expired', 'agreement.terminate', 'agreement.expired');
const LAPSE = step('lapsed', 'agreement.terminate', 'agreement.lapsed', { wantsReason: true });
const SUPERSEDE = step('superseded', 'agreement.terminate', 'agreement.superseded', {
  guards: ['successor_takes_over'],
  wantsReason: true,
});

/** Ways out of an agreement that binds: it is carried out, ended or replaced. */
const ENDS = {
  fulfil: FULFIL,
  close_partially: CLOSE_PARTIALLY,
  terminate: TERMINATE,
  expire: EXPIRE,
  supersede: SUPERSEDE,
} as const;

type LegalWays = Ways<LegalState, LegalAction, LegalGuard>;

/** What can be done with an agreement that runs. What was never signed lapses; what never took effect, too. */
const RUNNING: Readonly<Record<RunningState, LegalWays>> = {
  announced: {
    negotiate: step('under_negotiation', 'agreement.negotiate', 'agreement.negotiated'),
    lapse: LAPSE,
    supersede: SUPERSEDE,
  },
  under_negotiation: { sign: SIGN, lapse: LAPSE, supersede: SUPERSEDE },
  signed: { put_in_force: PUT_IN_FORCE, lapse: LAPSE, ...ENDS },
  in_force: { suspend: SUSPEND, ...ENDS },
  suspended: {
    resume: RESUME,
    close_partially: CLOSE_PARTIALLY,
    terminate: TERMINATE,
    expire: EXPIRE,
    supersede: SUPERSEDE,
  },
};

/** An agreement that ended goes back to what it was, which is one of the states from which this end is reached. */
function reopening(end: EndState): LegalWays {
  const [first, ...others] = (Object.keys(RUNNING) as RunningState[])
    .filter((state) => Object.values(RUNNING[state]).some(({ to }) => to === end))
    .reverse();
  if (!first) throw new Error(`nothing ends as ${end}`);
  return {
    reopen: {
      to: first,
      orTo: others,
      permission: 'agreement.reopen',
      guards: ['may_be_reopened'],
      event: 'agreement.reopened',
      wantsReason: true,
    },
  };
}

/** The legal life of an agreement. Every other feature asks this table, and nothing else, what may be done. */
export const AGREEMENT_WORKFLOW: Workflow<LegalState, LegalAction, LegalGuard> = {
  name: 'agreement',
  initial: LOGGED_LEGAL_STATES,
  actions: LEGAL_ACTIONS,
  states: {
    ...RUNNING,
    ...(Object.fromEntries(ENDED_STATES.map((end) => [end, reopening(end)])) as Record<EndState, LegalWays>),
  },
};

/** Legal states in which deadlines run: promises count, and people are reminded of them. */
export const BINDING_STATES = ['signed', 'in_force'] as const satisfies readonly LegalState[];

/** Whether an agreement has not taken effect yet, so that conditions for it may be recorded and decided. */
export function takesConditions(state: LegalState): boolean {
  return state === 'announced' || state === 'under_negotiation' || state === 'signed';
}

/**
 * Where a transition leads: to its only target, or back to the state before where there are several.
 * @param before the state that the last step left; null when no step was taken.
 */
export function targetOf(transition: LegalTransition, before: LegalState | null): LegalState {
  return before !== null && targetsOf(transition).includes(before) ? before : transition.to;
}
