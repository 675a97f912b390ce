import type { EventRule } from './rule';

/** Once for each move of a deadline, with the old date, the new date and the act that moved it. */
export const deadlineMoved: EventRule = {
  kind: 'event',
  code: 'deadline_moved',
  version: 1,
  to: ['owner', 'obligor'],
};
