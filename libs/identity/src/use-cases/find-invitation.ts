import { Injectable } from '@nestjs/common';
import { AccessLog } from '@app/audit';
import { type ActionOffer, Clock } from '@app/kernel';
import { type Caller, Transactions } from '@app/platform';
import { type Invitation, invitationsSeenBy } from '../domain/invitation';
import { type InvitationAction, invitationOffers } from '../domain/invitation-actions';
import { DAY_MS, mayMailAgain } from '../domain/mail-again';
import { IdentityMailRepository } from '../persistence/identity-mail.repository';
import { InvitationRepository } from '../persistence/invitation.repository';
import { Access } from './access';
import { GuardInvitation } from './guard-invitation';
import { invitationRead } from './invitation-kinds';

/** An invitation, and what whoever asks may do with it. */
export interface FoundInvitation extends Invitation {
  readonly offers: readonly ActionOffer<InvitationAction>[];
}

/** One invitation; that it was read is noted. @throws RecordNotFound also for one that the caller does not see. */
@Injectable()
export class FindInvitation {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly accessLog: AccessLog,
    private readonly access: Access,
    private readonly guard: GuardInvitation,
    private readonly mails: IdentityMailRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, caller: Caller): Promise<FoundInvitation> {
    const found = await this.invitations.find(invitationsSeenBy(caller), id, this.clock.now());
    await this.accessLog.noteRead(invitationRead, id);
    return {
      ...found,
      offers: invitationOffers(found.state, {
        mayConfirm: this.access.hindranceAnywhere('invitation.confirm'),
        mayChange: this.access.hindranceAnywhere('invitation.change') ?? this.guard.hindrance(caller, found),
        isOwn: found.issuedBy === caller.accountId,
        mayMail: await this.mayMail(id),
      }),
    };
  }

  private async mayMail(subjectId: string): Promise<boolean> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - DAY_MS);
    const subject = { purpose: 'invitation', subjectId } as const;
    return mayMailAgain(await this.mails.requestTimes(this.transactions.reader, subject, since), now);
  }
}
