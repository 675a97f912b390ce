import { Injectable } from '@nestjs/common';
import { Clock, FieldsRefused, type LocalizedText, RecordNotFound } from '@app/kernel';
import { type Caller, Transactions } from '@app/platform';
import {
  type Invitation,
  type InvestorToInvite,
  MOST_OPEN_INVITATIONS,
  investorViolations,
  mandateOf,
  roleToInvite,
} from '../domain/invitation';
import { TooManyInvitations } from '../domain/invitation-refusals';
import { InvitationRepository } from '../persistence/invitation.repository';
import { IssueInvitation } from './issue-invitation';

/**
 * Invites somebody for an organisation: an officer its representative, which a second officer confirms before any
 * mail goes out, and its representatives their own editors.
 * @throws RecordNotFound for an organisation that is not the caller's @throws FieldsRefused @throws AlreadyInvited
 * @throws TooManyInvitations
 */
@Injectable()
export class InviteInvestor {
  constructor(
    private readonly issueInvitation: IssueInvitation,
    private readonly invitations: InvitationRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Whether the caller may invite people of this organisation; who may not must not learn that it exists. */
  mayInviteFor(organisationId: string, caller: Caller): boolean {
    return roleToInvite(caller, organisationId) !== null;
  }

  async execute(
    organisation: { readonly id: string; readonly names: LocalizedText },
    invited: InvestorToInvite,
    caller: Caller,
  ): Promise<Invitation> {
    const role = roleToInvite(caller, organisation.id);
    if (role === null) throw new RecordNotFound();
    const violations = investorViolations(invited, role);
    if (violations.length > 0) throw new FieldsRefused(violations);
    const { email, name = null, language, office = null } = invited;
    return this.transactions.run(async (tx) => {
      await this.invitations.lockOrganisation(tx, organisation.id);
      const live = await this.invitations.countLive(tx, organisation.id, this.clock.now());
      if (live >= MOST_OPEN_INVITATIONS) throw new TooManyInvitations({ max: MOST_OPEN_INVITATIONS });
      return this.issueInvitation.execute(tx, {
        ...{ kind: 'investor', email, name, language, office, organisation },
        state: role === 'investor_representative' ? 'awaiting_confirmation' : 'open',
        grants: [{ role, scope: { kind: 'organisation', organisationId: organisation.id } }],
        mandate: mandateOf(invited),
        issuedBy: caller.accountId,
      });
    });
  }
}
