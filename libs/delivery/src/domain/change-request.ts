import {
  type CalendarDate,
  type FieldViolation,
  type Hindrance,
  type Transition,
  type Workflow,
  isExactValue,
  parsePublishedDate,
} from '@app/kernel';
import type { Outcome } from './settlement';

/** What whoever promised asks to change. */
export const CHANGEABLE = ['deadline', 'figure', 'other'] as const;
export type Changeable = (typeof CHANGEABLE)[number];

export const REQUEST_STATES = ['open', 'accepted_for_amendment', 'declined', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_ACTIONS = ['accept', 'decline', 'withdraw'] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

export type RequestGuard = 'asked_by_own_organisation';

type RequestTransition = Transition<RequestState, RequestGuard>;

const answer = (to: RequestState): RequestTransition => ({
  to,
  permission: 'change_request.answer',
  guards: [],
  event: 'change_request.answered',
  wantsReason: true,
});

/** A request of whoever promised. An answer moves nothing: that takes an amendment. */
export const CHANGE_REQUEST_WORKFLOW: Workflow<RequestState, RequestAction, RequestGuard> = {
  name: 'change_request',
  initial: ['open'],
  actions: REQUEST_ACTIONS,
  states: {
    open: {
      accept: answer('accepted_for_amendment'),
      decline: answer('declined'),
      withdraw: {
        to: 'withdrawn',
        permission: 'change_request.ask',
        guards: ['asked_by_own_organisation'],
        event: 'change_request.withdrawn',
        wantsReason: true,
      },
    },
    accepted_for_amendment: {},
    declined: {},
    withdrawn: {},
  },
};

/** What is asked for, as typed. */
export interface Proposal {
  readonly what: Changeable;
  readonly text: string | null;
  readonly deadline: string | null;
  readonly value: number | null;
}

/** What is wrong with a proposal: it says what it asks for and nothing else. */
export function proposalFaults({ what, text, deadline, value }: Proposal): FieldViolation[] {
  const wrong: FieldViolation[] = [];
  const refuse = (field: string, code: string) => wrong.push({ field: `proposed.${field}`, code });
  if (what === 'deadline' && deadline === null) refuse('deadline', 'required');
  if (what === 'figure' && value === null && text === null) refuse('value', 'required');
  if (what === 'other' && text === null) refuse('text', 'required');
  if (what !== 'deadline' && deadline !== null) refuse('deadline', 'not_what_is_asked');
  if (what !== 'figure' && value !== null) refuse('value', 'not_what_is_asked');
  if (deadline !== null && parsePublishedDate(deadline) === null) refuse('deadline', 'not_a_date');
  if (value !== null && !isExactValue(value, 'percent')) refuse('value', 'too_many_decimals');
  return wrong;
}

/** What decides whether a change may be asked for. */
export interface AskingFacts {
  readonly legalState: string;
  readonly decision: Outcome | null;
  /** Whether the caller acts for the organisation that owes the promise. */
  readonly isOwn: boolean;
  /** Whether that organisation has asked already and waits for an answer. */
  readonly isOpen: boolean;
}

const RUNNING = ['announced', 'under_negotiation', 'signed', 'in_force', 'suspended'];

/** What keeps the caller from asking for a change; null when nothing does. */
export function hindranceToAsk({ legalState, decision, isOwn, isOpen }: AskingFacts): Hindrance | null {
  if (!isOwn) return { code: 'asking_is_for_obligor' };
  if (!RUNNING.includes(legalState)) return { code: 'asking_after_end' };
  if (decision !== null) return { code: 'asking_after_decision' };
  return isOpen ? { code: 'change_request_open' } : null;
}

/** The last day of a deadline that is asked for. */
export function lastDayOf(deadline: string | null): CalendarDate | null {
  return deadline === null ? null : (parsePublishedDate(deadline)?.lastDay ?? null);
}
