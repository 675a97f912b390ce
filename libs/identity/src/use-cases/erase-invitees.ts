import { Injectable } from '@nestjs/common';
import { type Actor, AuditTrail } from '@app/audit';
import { Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import { InvitationRepository } from '../persistence/invitation.repository';
import { SingleUseLinkRepository } from '../persistence/single-use-link.repository';
import { inviteesErased } from './invitation-kinds';

/** Takes the person out of every invitation that ended before an instant; that there was one, by whom and for what, stays. */
@Injectable()
export class EraseInvitees {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly links: SingleUseLinkRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns how many persons were taken out. */
  async execute(endedBefore: Date, actor: Actor): Promise<number> {
    return this.transactions.run(async (tx) => {
      const erased = await this.invitations.erase(tx, endedBefore, this.clock.now());
      for (const subjectId of erased) {
        const payload = { endedBefore: endedBefore.toISOString() };
        await this.audit.note(tx, inviteesErased, { actor, subjectId, payload });
      }
      await this.links.forgetBefore(tx, endedBefore);
      return erased.length;
    });
  }
}
