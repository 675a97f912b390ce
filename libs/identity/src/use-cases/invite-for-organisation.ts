import type { Caller } from '@app/platform';
import type { Invitation, InvestorToInvite } from '../domain/invitation';

/** Invites somebody for an organisation; the feature that keeps organisations does it, for it knows which exist. */
export abstract class InviteForOrganisation {
  /** @throws RecordNotFound for an organisation that does not exist, or not for this caller. */
  abstract execute(organisationId: string, invited: InvestorToInvite, caller: Caller): Promise<Invitation>;
}
