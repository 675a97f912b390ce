import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock } from '@app/kernel';
import { type Caller, Transactions } from '@app/platform';
import { type Invitation, endOfInvitation, invitationsSeenBy } from '../domain/invitation';
import { FourEyes, InvitationNotInState } from '../domain/invitation-refusals';
import { InvitationRepository } from '../persistence/invitation.repository';
import { invitationConfirmed } from './invitation-kinds';
import { RequestIdentityMail } from './request-identity-mail';

/**
 * The second officer confirms who speaks for an organisation; only then the mail goes out.
 * @throws RecordNotFound @throws InvitationNotInState @throws FourEyes
 */
@Injectable()
export class ConfirmInvitation {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly mail: RequestIdentityMail,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, caller: Caller): Promise<Invitation> {
    const confirmedBy = caller.accountId;
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const sight = invitationsSeenBy(caller);
      const { state, issuedBy } = await this.invitations.lock(tx, sight, id, now);
      if (state !== 'awaiting_confirmation') throw new InvitationNotInState();
      if (issuedBy === confirmedBy) throw new FourEyes();
      const expiresAt = endOfInvitation('open', now);
      await this.invitations.confirm(tx, id, { confirmedBy, confirmedAt: now, expiresAt });
      await this.mail.execute(tx, { purpose: 'invitation', subjectId: id });
      const actor = accountActor(confirmedBy);
      await this.audit.note(tx, invitationConfirmed, { actor, subjectId: id, payload: { issuedBy } });
      return this.invitations.lock(tx, sight, id, now);
    });
  }
}
