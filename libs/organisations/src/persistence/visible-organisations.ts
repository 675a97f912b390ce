import type { Condition } from '@app/platform';

/** Which organisations a query may show, as conditions on the row `o`; none when it may show all. */
export type OrganisationScope = readonly Condition[];

/** The organisations for which the caller acts, and the records that were merged into them. */
export function ownOrganisations(organisations: readonly string[]): Condition {
  return { sql: 'coalesce(o.merged_into, o.id) = ANY (?::uuid[])', values: [organisations] };
}
