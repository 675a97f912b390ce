import {
  LANGUAGES,
  type AccessScope,
  type Language,
  type RoleGrant,
  looksLikeIdentityNumber,
} from '@app/kernel';
import { STAFF_ROLES, isInvestorRole } from './roles';

/** What a provider's token and user information say of a person. */
export type Claims = Readonly<Record<string, unknown>>;

/** A role that a value of the roles' claim stands for. */
export interface MappedRole {
  readonly value: string;
  readonly role: string;
  readonly scope: AccessScope;
}

/** A person as far as an account needs to know them. */
export interface ProvidedPerson {
  /** In small letters; null unless the provider says that it has verified it. */
  readonly email: string | null;
  readonly name: string | null;
  readonly language: Language | null;
}

const ADDRESS = /^[^\s@\p{C}]{1,64}@[^\s@\p{C}]{1,189}$/u;
const WRITABLE = /^[^\p{C}]{1,200}$/u;

/** The person behind the claims. A name that cannot be written, or looks like an identity number, is none. */
export function personIn({ email, email_verified: verified, name, locale }: Claims): ProvidedPerson {
  const language = LANGUAGES.find((known) => known === String(locale).slice(0, 2).toLowerCase());
  const named = typeof name === 'string' ? name.trim() : '';
  return {
    email: verified === true && typeof email === 'string' && ADDRESS.test(email) ? email.toLowerCase() : null,
    name: WRITABLE.test(named) && !looksLikeIdentityNumber(named) ? named : null,
    language: language ?? null,
  };
}

/** The values of the roles' claim, found under its whole name or else along the dots in it; one text is one value. */
export function roleValuesIn(claims: Claims, claim: string): readonly string[] {
  const found = own(claims, claim) ?? claim.split('.').reduce<unknown>(own, claims);
  const values: unknown[] = Array.isArray(found) ? found : [found];
  return values.filter((value): value is string => typeof value === 'string');
}

function own(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? (of as Record<string, unknown>)[name]
    : undefined;
}

/** What the values grant: each role once for each kind of scope, with the codes of all that grant it. */
export function grantsFrom(values: readonly string[], mapping: readonly MappedRole[]): readonly RoleGrant[] {
  const granted = new Map<string, RoleGrant>();
  for (const { value, role, scope } of mapping) {
    if (!values.includes(value)) continue;
    const key = `${role} ${scope.kind}`;
    const before = granted.get(key)?.scope;
    const codes = [before, scope].flatMap((one) => (one && 'codes' in one ? one.codes : []));
    granted.set(key, {
      role,
      scope: 'codes' in scope ? { kind: scope.kind, codes: [...new Set(codes)].sort() } : scope,
    });
  }
  return [...granted.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, grant]) => grant);
}

/** One sentence for each role of a mapping that no provider may grant: unknown ones, and those of investors. */
export function refusedRolesOf(mapping: readonly MappedRole[]): readonly string[] {
  return [...new Set(mapping.map(({ role }) => role))]
    .filter((role) => !(STAFF_ROLES as readonly string[]).includes(role))
    .map((role) =>
      isInvestorRole(role)
        ? `OIDC_ROLES: ${role} comes by invitation only, never from a provider.`
        : `OIDC_ROLES: there is no role ${role}.`,
    );
}

/** Whether the provider says that a second factor was shown: by its `acr`, or by one of its `amr` (RFC 8176). */
export function showsSecondFactor(
  shown: { readonly contextClass: string | null; readonly methods: readonly string[] },
  accepted: readonly string[],
): boolean {
  return [shown.contextClass, ...shown.methods].some((value) => value !== null && accepted.includes(value));
}
