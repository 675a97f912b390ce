import { Injectable } from '@nestjs/common';
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

/** Steps that wait for somebody, in the order in which they are shown. */
const STEPS: readonly WorkList[] = [
  MY_DRAFTS,
  RETURNED,
  TO_VERIFY,
  TO_APPROVE,
  TO_SIGN,
  TO_PUT_IN_FORCE,
  OPEN_CONDITIONS,
];

/** What is to be mended, likewise. */
const UPKEEP: readonly WorkList[] = [CONTRADICTIONS, DUPLICATES, GAPS, WITHOUT_OWNER];

/** Everything that may wait for somebody; features to the right add their steps behind those of this one. */
@Injectable()
export class WorkLists {
  private readonly further: WorkList[] = [];

  /** Adds a list; features do so when they are started. */
  alsoWaiting(list: WorkList): void {
    this.further.push(list);
  }

  /** In the order in which they are shown. */
  get all(): readonly WorkList[] {
    return [...STEPS, ...this.further, ...UPKEEP];
  }
}

export type { WorkList } from './work-list';
