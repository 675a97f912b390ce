import { Injectable } from '@nestjs/common';
import {
  Access,
  type Invitation,
  InviteForOrganisation,
  InviteInvestor,
  type InvestorToInvite,
} from '@app/identity';
import { RecordConcealed } from '@app/kernel';
import type { Caller } from '@app/platform';
import { RecordMerged } from '../domain/refusals';
import { OrganisationPlaces } from '../persistence/organisation-places';
import { FindOrganisation } from './find-organisation';

/**
 * Invites somebody for an organisation that exists. Who may not invite for it learns no more than of one that does
 * not exist. An officer does so for organisations that lie in their scope, or that no agreement names yet.
 * @throws RecordConcealed @throws RecordMerged @throws OutsideScope, and what `InviteInvestor` throws
 */
@Injectable()
export class InviteToOrganisation extends InviteForOrganisation {
  constructor(
    private readonly findOrganisation: FindOrganisation,
    private readonly inviteInvestor: InviteInvestor,
    private readonly places: OrganisationPlaces,
    private readonly access: Access,
  ) {
    super();
  }

  async execute(organisationId: string, invited: InvestorToInvite, caller: Caller): Promise<Invitation> {
    if (!this.inviteInvestor.mayInviteFor(organisationId, caller)) throw new RecordConcealed();
    const organisation = await this.findOrganisation.execute(organisationId);
    if (organisation.mergedInto !== null) throw new RecordMerged(organisation.mergedInto.id);
    const place = caller.organisations === null ? await this.places.of(organisationId) : null;
    if (place !== null) this.access.requireAt('invitation.issue', place);
    return this.inviteInvestor.execute(organisation, invited, caller);
  }
}
