import { Injectable } from '@nestjs/common';
import { Access } from '@app/identity';
import type { Condition } from '@app/platform';
import { OrganisationScope, ownOrganisations } from '../persistence/visible-organisations';

/** A reason for which the holder of some organisations sees the organisation in the row `o`. */
export type ReasonToSee = (organisations: readonly string[]) => Condition;

/**
 * The organisations that the caller may read: investors see their own, and those for which a feature to the right
 * gives a reason, such as being named in an agreement that they see.
 */
@Injectable()
export class OrganisationsInScope {
  private readonly reasons: ReasonToSee[] = [ownOrganisations];

  constructor(private readonly access: Access) {}

  /** Adds a reason; features do so when they are started. */
  alsoFor(reason: ReasonToSee): void {
    this.reasons.push(reason);
  }

  /** Conditions on an organisation's row `o`, to be joined to those of a query; none for whoever sees everything. */
  get conditions(): OrganisationScope {
    const organisations = this.access.visibleOrganisations;
    if (organisations === null) return [];
    const reasons = this.reasons.map((reason) => reason(organisations));
    return [
      {
        sql: reasons.map(({ sql }) => `(${sql})`).join(' OR '),
        values: reasons.flatMap(({ values }) => values),
      },
    ];
  }
}
