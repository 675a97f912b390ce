import { type ActionOffer, type Hindrance, hindranceBy, offerOf } from '@app/kernel';
import type { AccountRecord } from './account-record';
import {
  AccountErased,
  DemonstrationAccountFixed,
  LastAdministrator,
  OwnGrantsUntouched,
  SecondFactorMissing,
} from './refusals';

/** What is done to an account by those who administer it. */
export const ACCOUNT_ACTIONS = [
  'rename',
  'change_grants',
  'close',
  'reopen',
  'end_sessions',
  'reset_second_factor',
] as const;
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number];

/** What decides beside the account itself. */
export interface AccountCircumstances {
  /** What keeps the caller from changing accounts at all. */
  readonly permission: Hindrance | null;
  readonly isOwn: boolean;
  /** Whether nobody else administers the whole country. */
  readonly isLastAdministrator: boolean;
}

type JudgedAccount = Pick<AccountRecord, 'active' | 'erased' | 'demonstration' | 'secondFactor'>;

/** What the caller may do with an account now, or why not: what the steps themselves are refused with. */
export function accountOffers(
  { active, erased, demonstration, secondFactor }: JudgedAccount,
  { permission, isOwn, isLastAdministrator }: AccountCircumstances,
): ActionOffer<AccountAction>[] {
  const gone = erased ? hindranceBy(new AccountErased()) : null;
  const own = isOwn ? hindranceBy(new OwnGrantsUntouched()) : null;
  const fixed = demonstration ? hindranceBy(new DemonstrationAccountFixed()) : null;
  const last = isLastAdministrator ? hindranceBy(new LastAdministrator()) : null;
  const not = (possible: boolean, action: AccountAction): Hindrance | null =>
    possible ? null : { code: 'action_not_possible', values: { action, state: active ? 'open' : 'closed' } };
  const hindrances: Readonly<Record<AccountAction, readonly (Hindrance | null)[]>> = {
    rename: [gone],
    // Of the last administrator other roles may still be added: only the change itself tells.
    change_grants: [gone, own, fixed],
    close: [gone, not(active, 'close'), own, fixed, last],
    reopen: [gone, not(!active, 'reopen'), own, fixed],
    end_sessions: [not(active, 'end_sessions')],
    reset_second_factor: [own, secondFactor ? null : hindranceBy(new SecondFactorMissing())],
  };
  return ACCOUNT_ACTIONS.map((action) => offerOf(action, [permission, ...hindrances[action]]));
}
