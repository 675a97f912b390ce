import { CONTRADICTIONS } from './contradictions';
import { DUPLICATES } from './duplicates';
import { GAPS } from './gaps';
import { MY_DRAFTS } from './my-drafts';
import { OPEN_CONDITIONS } from './open-conditions';
import { RETURNED } from './returned';
import { TO_APPROVE } from './to-approve';
import { TO_PUT_IN_FORCE } from './to-put-in-force';
import { TO_SIGN } from './to-sign';
import { TO_VERIFY } from './to-verify';
import { WITHOUT_OWNER } from './without-owner';
import type { WorkList } from './work-list';

/** Everything that may wait for somebody, in the order in which it is shown. */
export const WORK_LISTS: readonly WorkList[] = [
  MY_DRAFTS,
  RETURNED,
  TO_VERIFY,
  TO_APPROVE,
  TO_SIGN,
  TO_PUT_IN_FORCE,
  OPEN_CONDITIONS,
  CONTRADICTIONS,
  DUPLICATES,
  GAPS,
  WITHOUT_OWNER,
];

export type { WorkList } from './work-list';
