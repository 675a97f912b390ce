import { Injectable } from '@nestjs/common';
import { type Invitation, InviteForOrganisation, InviteInvestor, type InvestorToInvite } from '@app/identity';
import { RecordConcealed } from '@app/kernel';
import type { Caller } from '@app/platform';
import { FindOrganisation } from './find-organisation';

/**
 * Invites somebody for an organisation that exists. Who may not invite for it learns no more than of one that does
 * not exist.
 * @throws RecordConcealed, and what `InviteInvestor` throws
 */
@Injectable()
export class InviteToOrganisation extends InviteForOrganisation {
  constructor(
    private readonly findOrganisation: FindOrganisation,
    private readonly inviteInvestor: InviteInvestor,
  ) {
    super();
  }

  async execute(organisationId: string, invited: InvestorToInvite, caller: Caller): Promise<Invitation> {
    if (!this.inviteInvestor.mayInviteFor(organisationId, caller)) throw new RecordConcealed();
    const organisation = await this.findOrganisation.execute(organisationId);
    return this.inviteInvestor.execute(organisation, invited, caller);
  }
}
