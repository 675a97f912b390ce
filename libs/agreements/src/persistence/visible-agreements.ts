import type { Condition } from '@app/platform';

/**
 * Which agreements a query may show, as conditions on the row `a`; none when it may show all. Whatever hangs on an
 * agreement is shown with it and never without.
 */
export type AgreementScope = readonly Condition[];

/** For use cases that change what their caller may change anyway. */
export const WHOLE_REGISTER: AgreementScope = [];

/**
 * The agreements that an investor sees: what is published, and whatever one of their organisations is party to. The
 * one place where this is written; the policies of the database say it a second time.
 * @param organisations the investor's own; null for whoever sees everything.
 */
export function visibleAgreements(organisations: readonly string[] | null): AgreementScope {
  return organisations === null ? WHOLE_REGISTER : [publishedOrOwn(organisations)];
}

/** The agreements that the public reads: a director published them, and they have a current version. */
export const PUBLISHED_AGREEMENTS: AgreementScope = [
  { sql: 'a.published AND a.version_number IS NOT NULL', values: [] },
];

/**
 * The agreements of which a caller sees earlier versions too: of what is public an investor sees the current one only.
 * @param organisations the investor's own; null for whoever sees everything.
 */
export function agreementsWithHistory(organisations: readonly string[] | null): AgreementScope {
  return organisations === null
    ? WHOLE_REGISTER
    : [
        {
          sql: 'a.id IN (SELECT own.agreement_id FROM party own WHERE own.organisation_id = ANY (?::uuid[]))',
          values: [organisations],
        },
      ];
}

function publishedOrOwn(organisations: readonly string[]): Condition {
  return {
    sql: `a.published OR a.id IN (SELECT own.agreement_id FROM party own WHERE own.organisation_id = ANY (?::uuid[]))`,
    values: [organisations],
  };
}

/** How rows refer to agreements: where they stand beside the row that is asked for, and the agreement of each. */
export interface Reference {
  /** `citation t WHERE t.source_id = s.id` */
  readonly rows: string;
  /** `t.agreement_id` */
  readonly agreementId: string;
}

/** The same for what agreements refer to, such as events and sources: at least one agreement in scope does. */
export function referredToWithin(scope: AgreementScope, reference: Reference): Condition[] {
  return scope.map((condition) => referredTo(condition, reference));
}

/** The organisations, as the row `o`, that are party to an agreement which the holder of some organisations sees. */
export function namedInVisibleAgreements(organisations: readonly string[]): Condition {
  return referredTo(publishedOrOwn(organisations), {
    rows: 'party p WHERE p.organisation_id = coalesce(o.merged_into, o.id)',
    agreementId: 'p.agreement_id',
  });
}

/** Each agreement is looked up by its key: as a join the planner reads all of them for every row when it guesses wrong. */
function referredTo({ sql, values }: Condition, { rows, agreementId }: Reference): Condition {
  return {
    sql: `EXISTS (SELECT 1 FROM ${rows} AND (SELECT ${sql} FROM agreement a WHERE a.id = ${agreementId}))`,
    values,
  };
}
