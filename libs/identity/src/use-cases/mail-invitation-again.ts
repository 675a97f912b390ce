import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock } from '@app/kernel';
import { type Caller, Transactions } from '@app/platform';
import { type Invitation, endOfInvitation, invitationsSeenBy } from '../domain/invitation';
import { InvitationNotInState, MailTooSoon } from '../domain/invitation-refusals';
import { DAY_MS, MINUTES_BETWEEN_MAILS, MOST_MAILS_A_DAY, mayMailAgain } from '../domain/mail-again';
import { IdentityMailRepository } from '../persistence/identity-mail.repository';
import { InvitationRepository } from '../persistence/invitation.repository';
import { SingleUseLinkRepository } from '../persistence/single-use-link.repository';
import { GuardInvitation } from './guard-invitation';
import { invitationMailedAgain } from './invitation-kinds';
import { RequestIdentityMail } from './request-identity-mail';

/**
 * Sends the mail of an open invitation once more; the link before it dies at once.
 * @throws RecordNotFound @throws InvitationNotInState @throws MailTooSoon
 */
@Injectable()
export class MailInvitationAgain {
  constructor(
    private readonly guard: GuardInvitation,
    private readonly invitations: InvitationRepository,
    private readonly mails: IdentityMailRepository,
    private readonly links: SingleUseLinkRepository,
    private readonly mail: RequestIdentityMail,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, caller: Caller): Promise<Invitation> {
    const subject = { purpose: 'invitation', subjectId: id } as const;
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const sight = invitationsSeenBy(caller);
      const invitation = await this.invitations.lock(tx, sight, id, now);
      this.guard.requireChange(caller, invitation);
      if (invitation.state !== 'open') throw new InvitationNotInState();
      const earlier = await this.mails.requestTimes(tx, subject, new Date(now.getTime() - DAY_MS));
      if (!mayMailAgain(earlier, now)) {
        throw new MailTooSoon({ minutes: MINUTES_BETWEEN_MAILS, count: MOST_MAILS_A_DAY });
      }
      await this.links.revoke(tx, subject);
      await this.invitations.endOn(tx, id, endOfInvitation('open', now));
      const mailId = await this.mail.execute(tx, subject);
      const actor = accountActor(caller.accountId);
      await this.audit.note(tx, invitationMailedAgain, { actor, subjectId: id, payload: { mailId } });
      return this.invitations.lock(tx, sight, id, now);
    });
  }
}
