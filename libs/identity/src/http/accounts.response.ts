import type { Language } from '@app/kernel';
import {
  AllowedActionResponse,
  LocalizedTextResponse,
  type Page,
  PageResponse,
  spokenOffers,
} from '@app/platform';
import type { AccountRecord } from '../domain/account-record';
import type { FoundAccount } from '../use-cases/find-account-record';
import type { ChangedAccount } from '../use-cases/change-account';
import { RoleGrantResponse, grantResponse } from './session.response';

/** An account as those who administer accounts read it. */
export class AccountRecordResponse {
  id: string;
  revision: number;
  email: string;
  name: string | null;
  language: 'ar' | 'fr' | 'en';
  kind: 'staff' | 'investor';

  /** False once its holder has left: nobody signs in with it, and the audit trail still names it. */
  active: boolean;

  /** True for the fictional accounts of a demonstration. */
  demonstration: boolean;

  /** True once what was personal of it was erased. */
  erased: boolean;

  /** Granted here; a change of the account replaces them. */
  grants: RoleGrantResponse[];

  /** Granted by a provider of identities, at each sign-in through it. */
  providerGrants: RoleGrantResponse[];

  /** Whether it has enrolled a second factor. */
  secondFactor: boolean;

  /** ISO 8601. */
  createdAt: string;

  /** When somebody was last seen in one of its open sessions (ISO 8601); null without one. */
  lastSeenAt: string | null;
}

export class ShownAccountResponse extends AccountRecordResponse {
  /** What the caller may do with it now, or why not. */
  allowedActions: AllowedActionResponse[];
}

/** A position that somebody left. */
export class LeftPositionResponse {
  id: string;
  names: LocalizedTextResponse;

  /** As what it was left. */
  as: 'holder' | 'delegate';
}

export class ChangedAccountResponse extends AccountRecordResponse {
  /** Positions that lost their holder or delegate because the account was closed; what they own stays with them. */
  leftPositions: LeftPositionResponse[];
}

export class AccountPageResponse extends PageResponse {
  items: AccountRecordResponse[];
}

/** An account as it is answered. */
export function accountRecordView(account: AccountRecord): AccountRecordResponse {
  const { id, revision, email, name, language, kind, active, demonstration, erased, secondFactor } = account;
  return {
    id,
    revision,
    email,
    name,
    language,
    kind,
    active,
    demonstration,
    erased,
    grants: account.grants.map(grantResponse),
    providerGrants: account.providerGrants.map(grantResponse),
    secondFactor,
    createdAt: account.createdAt.toISOString(),
    lastSeenAt: account.lastSeenAt?.toISOString() ?? null,
  };
}

/** One account, with what its reader may do with it. */
export function shownAccountView(account: FoundAccount, language: Language): ShownAccountResponse {
  return { ...accountRecordView(account), allowedActions: spokenOffers(account.offers, language) };
}

/** An account just changed, with the positions its holder left by it. */
export function changedAccountView({ account, leftPositions }: ChangedAccount): ChangedAccountResponse {
  return { ...accountRecordView(account), leftPositions: [...leftPositions] };
}

/** A page of accounts. */
export function accountPageView(page: Page<AccountRecord>): AccountPageResponse {
  return { ...page, items: page.items.map(accountRecordView) };
}
