import type { Workflow } from '@app/kernel';

/** Whether the public reads an agreement; what it says and what may be done with it in law are other questions. */
export const PUBLICATION_STATES = ['unpublished', 'published'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export const PUBLICATION_ACTIONS = ['publish', 'unpublish'] as const;
export type PublicationAction = (typeof PUBLICATION_ACTIONS)[number];

export type PublicationGuard = 'has_current_version';

/** A director publishes, and takes back what was published; both with a reason. */
export const PUBLICATION_WORKFLOW: Workflow<PublicationState, PublicationAction, PublicationGuard> = {
  name: 'publication',
  initial: PUBLICATION_STATES,
  actions: PUBLICATION_ACTIONS,
  states: {
    unpublished: {
      publish: {
        to: 'published',
        permission: 'agreement.publish',
        guards: ['has_current_version'],
        event: 'agreement.published',
        wantsReason: true,
      },
    },
    published: {
      unpublish: {
        to: 'unpublished',
        permission: 'agreement.publish',
        guards: [],
        event: 'agreement.unpublished',
        wantsReason: true,
      },
    },
  },
};

/** The state of publication of a record. */
export function publicationOf({ published }: { readonly published: boolean }): PublicationState {
  return published ? 'published' : 'unpublished';
}
