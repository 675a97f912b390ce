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

function publishedOrOwn(organisations: readonly string[]): Condition {
  return {
    sql: `a.published OR a.id IN (SELECT own.agreement_id FROM party own WHERE own.organisation_id = ANY (?::uuid[]))`,
    values: [organisations],
  };
}

/**
 * The same for what agreements refer to, such as events and sources: at least one agreement in scope does.
 * @param references where and how, with the agreement as `a`: `agreement a WHERE a.event_id = e.id`.
 */
export function referredToWithin(scope: AgreementScope, references: string): Condition[] {
  return scope.map((condition) => referredTo(condition, references));
}

/** The organisations, as the row `o`, that are party to an agreement which the holder of some organisations sees. */
export function namedInVisibleAgreements(organisations: readonly string[]): Condition {
  return referredTo(
    publishedOrOwn(organisations),
    'party p JOIN agreement a ON a.id = p.agreement_id WHERE p.organisation_id = o.id',
  );
}

function referredTo({ sql, values }: Condition, references: string): Condition {
  return { sql: `EXISTS (SELECT 1 FROM ${references} AND (${sql}))`, values };
}
