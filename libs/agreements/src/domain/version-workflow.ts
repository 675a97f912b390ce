import type { Permission, Transition, Workflow } from '@app/kernel';
import type { DraftKind } from './version';

export const VERSION_STATES = [
  'draft',
  'submitted',
  'returned',
  'verified',
  'current',
  'superseded',
  'withdrawn',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** What people do with a draft; a version is superseded by the one that becomes current after it. */
export const DRAFT_ACTIONS = ['submit', 'return', 'withdraw', 'verify', 'approve'] as const;
export type DraftAction = (typeof DRAFT_ACTIONS)[number];
export type VersionAction = DraftAction | 'supersede';

export type VersionGuard =
  | 'document_is_whole'
  | 'kind_is_kept'
  | 'something_changes'
  | 'amendment_is_described'
  | 'gaps_are_answered'
  | 'drafted_by_others'
  | 'verified_by_others'
  | 'amendment_is_effective'
  | 'agreement_still_runs'
  | 'reference_is_free'
  | 'another_becomes_current';

type Way = Transition<VersionState, VersionGuard>;

const way = (
  to: VersionState,
  permission: Permission,
  event: Way['event'],
  guards: readonly VersionGuard[] = [],
  wantsReason = false,
): Way => ({ to, permission, event, guards, wantsReason });

const SUBMISSION: readonly VersionGuard[] = [
  'document_is_whole',
  'kind_is_kept',
  'something_changes',
  'amendment_is_described',
  'gaps_are_answered',
];
/** What may have changed since the submission: another version can overtake a draft, and what it changed is carried into it. */
const BECOMING_CURRENT: readonly VersionGuard[] = [
  'document_is_whole',
  'kind_is_kept',
  'something_changes',
  'agreement_still_runs',
  'amendment_is_effective',
  'reference_is_free',
];

const submit = way('submitted', 'version.draft', 'version.submitted', SUBMISSION);
const withdraw = way('withdrawn', 'version.draft', 'version.withdrawn', [], true);
const sendBack = (permission: Permission) => way('returned', permission, 'version.returned', [], true);

/** What happens to a version once it is one, whichever way it came. */
const ENDS = {
  current: {
    supersede: way('superseded', 'version.approve', 'version.superseded', ['another_becomes_current']),
  },
  superseded: {},
  withdrawn: {},
} as const;

/** Drafted, verified by a second person, approved by a third (or by the first, never by the second). */
export const VERSION_WORKFLOW: Workflow<VersionState, VersionAction, VersionGuard> = {
  name: 'version',
  initial: ['draft'],
  actions: [...DRAFT_ACTIONS, 'supersede'],
  states: {
    draft: { submit, withdraw },
    submitted: {
      verify: way('verified', 'version.verify', 'version.verified', ['drafted_by_others']),
      return: sendBack('version.verify'),
      withdraw,
    },
    returned: { submit, withdraw },
    verified: {
      approve: way('current', 'version.approve', 'version.approved', [
        'verified_by_others',
        ...BECOMING_CURRENT,
      ]),
      return: sendBack('version.approve'),
      withdraw,
    },
    ...ENDS,
  },
};

/** One second person decides: wording and completions always, everything where the setting says so. */
export const ONE_STEP_WORKFLOW: Workflow<VersionState, VersionAction, VersionGuard> = {
  ...VERSION_WORKFLOW,
  name: 'version_one_step',
  initial: ['draft', 'verified'],
  states: {
    ...VERSION_WORKFLOW.states,
    submitted: {
      verify: way('current', 'version.verify', 'version.approved', [
        'drafted_by_others',
        ...BECOMING_CURRENT,
      ]),
      approve: way('current', 'version.approve', 'version.approved', [
        'drafted_by_others',
        ...BECOMING_CURRENT,
      ]),
      return: sendBack('version.verify'),
      withdraw,
    },
    // Where the setting was changed meanwhile, what one person verified is approved by another all the same.
    verified: VERSION_WORKFLOW.states.verified,
  },
};

/** States in which nothing more is decided. */
export const FINAL_VERSION_STATES: readonly VersionState[] = ['superseded', 'withdrawn'];

/** The table that a draft of a kind follows. @param approvalSteps 2, or 1 where a second person decides alone. */
export function versionWorkflow(kind: DraftKind, approvalSteps: 1 | 2): typeof VERSION_WORKFLOW {
  const oneStep = approvalSteps === 1 || kind === 'clerical' || kind === 'completion';
  return oneStep ? ONE_STEP_WORKFLOW : VERSION_WORKFLOW;
}
