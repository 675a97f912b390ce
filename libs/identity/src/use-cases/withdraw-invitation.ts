import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock } from '@app/kernel';
import { type Caller, Transactions } from '@app/platform';
import { invitationsSeenBy, isLive } from '../domain/invitation';
import { InvitationNotInState } from '../domain/invitation-refusals';
import { InvitationRepository } from '../persistence/invitation.repository';
import { SingleUseLinkRepository } from '../persistence/single-use-link.repository';
import { GuardInvitation } from './guard-invitation';
import { invitationWithdrawn } from './invitation-kinds';

/** Withdraws an invitation that still lives; its link works no longer. @throws RecordNotFound @throws InvitationNotInState */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly guard: GuardInvitation,
    private readonly invitations: InvitationRepository,
    private readonly links: SingleUseLinkRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, caller: Caller): Promise<void> {
    await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const invitation = await this.invitations.lock(tx, invitationsSeenBy(caller), id, now);
      this.guard.requireChange(caller, invitation);
      if (!isLive(invitation.state)) throw new InvitationNotInState();
      await this.links.revoke(tx, { purpose: 'invitation', subjectId: id });
      await this.invitations.withdraw(tx, id, caller.accountId, now);
      await this.audit.note(tx, invitationWithdrawn, {
        actor: accountActor(caller.accountId),
        subjectId: id,
        payload: { from: invitation.state },
      });
    });
  }
}
