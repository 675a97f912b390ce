import { type AccessScope, type FieldViolation, FieldsRefused, type RoleGrant } from '@app/kernel';
import { type AccountKind, type Role, accountKindOf } from './roles';

export const SCOPE_KINDS = ['country', 'regions', 'sectors', 'organisation'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** A role and its scope as somebody asks for them: parts that do not belong together are still possible. */
export interface RequestedGrant {
  readonly role: Role;
  readonly scope: {
    readonly kind: ScopeKind;
    readonly codes?: readonly string[] | null;
    readonly organisationId?: string | null;
  };
}

/**
 * The grants that were asked for an account of this kind: staff hold roles for the country, regions or sectors,
 * investors for one organisation, and each role once a scope's kind.
 * @param field where the list stands in the request. @throws FieldsRefused
 */
export function requestedGrants(
  kind: AccountKind,
  requested: readonly RequestedGrant[],
  field = 'grants',
): readonly RoleGrant[] {
  const places = requested.map(placeOf);
  const violations = requested.flatMap((grant, index) => [
    ...violationsOf(kind, grant, `${field}[${index}]`),
    ...(places.indexOf(placeOf(grant)) < index ? [{ field: `${field}[${index}]`, code: 'repeated' }] : []),
  ]);
  if (violations.length > 0) throw new FieldsRefused(violations);
  return requested.map(({ role, scope }) => ({ role, scope: scopeOf(scope) }));
}

function violationsOf(kind: AccountKind, { role, scope }: RequestedGrant, field: string): FieldViolation[] {
  const codes = scope.codes?.length ?? 0;
  const ofOrganisation = scope.kind === 'organisation';
  if (accountKindOf(role) !== kind) return [{ field: `${field}.role`, code: 'role_of_other_kind' }];
  if (ofOrganisation !== (kind === 'investor'))
    return [{ field: `${field}.scope.kind`, code: 'scope_of_other_kind' }];
  const found: FieldViolation[] = [];
  const listsPlaces = scope.kind === 'regions' || scope.kind === 'sectors';
  if (listsPlaces && codes === 0) found.push({ field: `${field}.scope.codes`, code: 'required' });
  if (!listsPlaces && codes > 0) found.push({ field: `${field}.scope.codes`, code: 'scope_of_other_kind' });
  if (ofOrganisation && !scope.organisationId)
    found.push({ field: `${field}.scope.organisationId`, code: 'required' });
  if (!ofOrganisation && scope.organisationId)
    found.push({ field: `${field}.scope.organisationId`, code: 'scope_of_other_kind' });
  return found;
}

function placeOf({ role, scope }: RequestedGrant): string {
  return `${role} ${scope.kind} ${scope.organisationId ?? ''}`;
}

function scopeOf({ kind, codes, organisationId }: RequestedGrant['scope']): AccessScope {
  if (kind === 'regions' || kind === 'sectors') return { kind, codes: [...new Set(codes)].sort() };
  if (kind === 'organisation') return { kind, organisationId: organisationId ?? '' };
  return { kind };
}

/** Whether two grants say the same. */
export function isSameGrant(one: RoleGrant, other: RoleGrant): boolean {
  return writtenOut(one) === writtenOut(other);
}

function writtenOut({ role, scope }: RoleGrant): string {
  const where =
    'codes' in scope ? [...scope.codes].sort() : 'organisationId' in scope ? [scope.organisationId] : [];
  return [role, scope.kind, ...where].join(' ');
}

/** Whether one of the grants makes its holder an administrator of the whole installation. */
export function administersAll(grants: readonly RoleGrant[]): boolean {
  return grants.some(({ role, scope }) => role === 'admin' && scope.kind === 'country');
}
