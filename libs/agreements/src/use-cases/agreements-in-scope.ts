import { Injectable } from '@nestjs/common';
import { Access } from '@app/identity';
import { withinSome } from '../persistence/work-lists/within-reach';
import { AgreementScope, agreementsWithHistory, visibleAgreements } from '../persistence/visible-agreements';

/** The agreements that the caller may read, for the queries of this feature and of those to its right. */
@Injectable()
export class AgreementsInScope {
  constructor(private readonly access: Access) {}

  /** Conditions on an agreement's row `a`, to be joined to those of a query; none for whoever sees everything. */
  get conditions(): AgreementScope {
    return visibleAgreements(this.access.visibleOrganisations);
  }

  /** The same for what earlier versions say. */
  get withHistory(): AgreementScope {
    return agreementsWithHistory(this.access.visibleOrganisations);
  }

  /** The agreements that are the caller's own affair: where their roles are held, or of their organisations. */
  get ofTheCaller(): AgreementScope {
    const organisations = this.access.visibleOrganisations;
    if (organisations !== null) return agreementsWithHistory(organisations);
    const reach = this.access.reachOf('agreement.read');
    return withinSome(reach === null ? [] : [reach]);
  }

  /** Whether the caller is of the house, which alone sees drafts and gaps. */
  get isOfTheHouse(): boolean {
    return this.access.isOfTheHouse;
  }
}

export { PUBLISHED_AGREEMENTS, type AgreementScope } from '../persistence/visible-agreements';
