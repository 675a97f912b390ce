import type { RoleGrant } from '@app/kernel';
import { INVESTOR_ROLES, type Role, STAFF_ROLES } from './roles';

/** A fictional person of a demonstration. */
export interface DemonstrationPerson {
  readonly role: Role;
  /** Tells people of one role apart; null for the only one. An investor's is the number of the company. */
  readonly number: number | null;
  readonly email: string;
}

/** How many of a role there are: four eyes need two pairs. */
const TWO_OF = ['director', 'verifier'] as const satisfies readonly Role[];

/** The fictional companies, by number. */
export const DEMONSTRATION_COMPANIES = [1, 2] as const;

/** Addresses under `.test`, which nobody can ever own (RFC 6761). */
const DOMAIN = 'demo.mithaq.test';

/** Key of the position that owns what a demonstration brings into the register. */
export const DEMONSTRATION_OWNER = 'demonstration-owner';

/** Everybody in a demonstration: one for each role of staff, two where four eyes need them, and investors by company. */
export const DEMONSTRATION_PEOPLE: readonly DemonstrationPerson[] = [
  ...STAFF_ROLES.flatMap((role) =>
    (TWO_OF as readonly Role[]).includes(role) ? [person(role, 1), person(role, 2)] : [person(role, null)],
  ),
  ...DEMONSTRATION_COMPANIES.flatMap((company) => INVESTOR_ROLES.map((role) => person(role, company))),
];

function person(role: Role, number: number | null): DemonstrationPerson {
  const name = number === null ? role : `${role}-${number}`;
  return { role, number, email: `${name}@${DOMAIN}` };
}

/** What the person may be: staff for the whole country, an investor for the company of their number. */
export function demonstrationGrant(
  { role, number }: DemonstrationPerson,
  companies: ReadonlyMap<number, string>,
): RoleGrant {
  if (!(INVESTOR_ROLES as readonly Role[]).includes(role)) return { role, scope: { kind: 'country' } };
  const organisationId = companies.get(number ?? 0);
  if (organisationId === undefined) throw new Error(`no fictional company ${number}`);
  return { role, scope: { kind: 'organisation', organisationId } };
}
