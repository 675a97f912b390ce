import { Choice, Part, RecordReference, TextList } from '@app/platform';
import { type RequestedGrant, SCOPE_KINDS, type ScopeKind } from '../domain/grants';
import { ROLES, type Role } from '../domain/roles';

const MOST_CODES = 50;

export class RoleScopeRequest {
  @Choice(SCOPE_KINDS)
  kind: ScopeKind;

  @TextList({ max: 20, size: MOST_CODES, optional: true, description: 'Codes of the regions or sectors' })
  codes?: string[] | null;

  @RecordReference({ optional: true, description: 'For a role of an investor' })
  organisationId?: string | null;
}

export class RoleGrantRequest implements RequestedGrant {
  @Choice(ROLES)
  role: Role;

  @Part(() => RoleScopeRequest)
  scope: RoleScopeRequest;
}
