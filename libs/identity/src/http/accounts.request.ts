import { LANGUAGES, type Language } from '@app/kernel';
import { Choice, Flag, PageQuery, Parts, Text } from '@app/platform';
import type { AccountChange } from '../domain/account-record';
import { ACCOUNT_KINDS, type AccountKind, ROLES, type Role } from '../domain/roles';
import { RoleGrantRequest } from './grant.request';

const MOST_GRANTS = 30;

/** What is left out stays as it is; grants replace all grants. */
export class AccountChangeRequest implements AccountChange {
  @Text({ max: 200, personal: true, optional: true })
  name?: string | null;

  @Choice(LANGUAGES, { optional: true })
  language?: Language | null;

  @Flag({ optional: true, description: 'False once its holder has left' })
  active?: boolean | null;

  @Parts(() => RoleGrantRequest, {
    size: MOST_GRANTS,
    optional: true,
    description: 'Staff: for the country, regions or sectors. Investors: of those they hold, which they keep',
  })
  grants?: RoleGrantRequest[] | null;
}

export class AccountsQuery extends PageQuery {
  @Text({ max: 200, optional: true, description: 'Words of the name or the address' })
  q?: string | null;

  @Choice(ROLES, { optional: true })
  role?: Role | null;

  @Choice(ACCOUNT_KINDS, { optional: true })
  kind?: AccountKind | null;

  @Flag({ optional: true })
  active?: boolean | null;
}
