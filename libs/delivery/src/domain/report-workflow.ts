import type { Permission, Transition, Workflow } from '@app/kernel';

export const REPORT_STATES = [
  'requested',
  'draft',
  'submitted',
  'in_review',
  'accepted',
  'accepted_with_reservation',
  'returned',
  'rejected',
  'disputed',
  'superseded',
  'withdrawn',
  'missed',
] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_ACTIONS = [
  'begin',
  'submit',
  'withdraw',
  'take_up',
  'accept',
  'accept_with_reservation',
  'return',
  'reject',
  'appeal',
  'dispute',
  'uphold',
  'miss',
  'supersede',
] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

/** Steps of the register itself: nobody takes them, and nobody is offered them. */
export const STEPS_OF_THE_REGISTER: readonly ReportAction[] = ['miss', 'supersede'];

/** Conditions of a step, in the order in which they are asked. */
export type ReportGuard =
  | 'agreement_binds'
  | 'has_not_written_it'
  | 'has_not_rejected_it'
  | 'has_not_reviewed_it'
  | 'reviewers_agree'
  | 'appeal_is_open'
  | 'taken_by_the_register';

type Step = Transition<ReportState, ReportGuard>;

const step = (
  to: ReportState,
  permission: Permission,
  event: `report.${string}`,
  ...guards: ReportGuard[]
): Step => ({ to, permission, guards, event, wantsReason: false });

/** A step backwards or against somebody: it says why. */
const reasoned = (taken: Step): Step => ({ ...taken, wantsReason: true });

const BEGIN = step('draft', 'report.prepare', 'report.begun', 'agreement_binds');
const SUBMIT = step('submitted', 'report.attest', 'report.submitted', 'agreement_binds');
const WITHDRAW = reasoned(step('withdrawn', 'report.prepare', 'report.withdrawn', 'agreement_binds'));
const DISPUTE = reasoned(step('disputed', 'report.dispute', 'report.disputed'));
const SUPERSEDE = step('superseded', 'report.verify', 'report.superseded', 'taken_by_the_register');

const TAKE_UP = step('in_review', 'report.verify', 'report.taken_up', 'has_not_written_it');

/** A decision of somebody who did not write the report. */
const decision = (to: ReportState, ...guards: ReportGuard[]): Step =>
  step(to, 'report.verify', 'report.decided', 'has_not_written_it', 'has_not_rejected_it', ...guards);

const DECISIONS = {
  // Above the size of the settings the first verifier's figure waits for a second one.
  accept: { ...decision('accepted', 'has_not_reviewed_it', 'reviewers_agree'), orTo: ['in_review'] },
  accept_with_reservation: {
    ...reasoned(decision('accepted_with_reservation', 'has_not_reviewed_it', 'reviewers_agree')),
    orTo: ['in_review'],
  },
  return: reasoned(decision('returned')),
  reject: reasoned(decision('rejected')),
} as const;

/**
 * How a report goes from being asked for to an accepted figure. Submitting attests; who wrote or submitted it decides
 * nothing about it; what was accepted stays, also when a correction takes its place.
 */
export const REPORT_WORKFLOW: Workflow<ReportState, ReportAction, ReportGuard> = {
  name: 'report',
  initial: ['requested', 'draft'],
  actions: REPORT_ACTIONS,
  states: {
    requested: {
      begin: BEGIN,
      withdraw: reasoned(step('withdrawn', 'reporting.open', 'report.withdrawn')),
      miss: step('missed', 'reporting.open', 'report.missed', 'taken_by_the_register'),
    },
    draft: { submit: SUBMIT, withdraw: WITHDRAW },
    submitted: {
      take_up: TAKE_UP,
      withdraw: WITHDRAW,
      ...DECISIONS,
    },
    // Another verifier takes it over from the one who began.
    in_review: { take_up: TAKE_UP, ...DECISIONS },
    accepted: { dispute: DISPUTE, supersede: SUPERSEDE },
    accepted_with_reservation: { dispute: DISPUTE, supersede: SUPERSEDE },
    returned: { submit: SUBMIT, withdraw: WITHDRAW },
    rejected: {
      appeal: reasoned(
        step('submitted', 'report.attest', 'report.appealed', 'agreement_binds', 'appeal_is_open'),
      ),
      supersede: SUPERSEDE,
    },
    disputed: {
      uphold: {
        ...reasoned(decision('accepted')),
        orTo: ['accepted_with_reservation'],
      },
      supersede: SUPERSEDE,
    },
    superseded: {},
    withdrawn: {},
    missed: { begin: BEGIN },
  },
};

/** States in which somebody writes a report. */
export const BEGUN_STATES: readonly ReportState[] = ['draft', 'returned'];

/** States in which a report may be written: what was asked for begins with it. */
export const WRITABLE_STATES: readonly ReportState[] = ['requested', 'missed', 'draft', 'returned'];

/** States in which its figure waits for a decision. */
export const WAITING_STATES: readonly ReportState[] = ['submitted', 'in_review'];

/** States in which its accepted figure is the one that the register follows, beside a dispute about it. */
export const FOLLOWED_STATES: readonly ReportState[] = ['accepted', 'accepted_with_reservation', 'disputed'];
