import { Injectable } from '@nestjs/common';
import { AccessLog } from '@app/audit';
import { Clock } from '@app/kernel';
import type { Caller } from '@app/platform';
import { type Invitation, invitationsSeenBy } from '../domain/invitation';
import { InvitationRepository } from '../persistence/invitation.repository';
import { invitationRead } from './invitation-kinds';

/** One invitation; that it was read is noted. @throws RecordNotFound also for one that the caller does not see. */
@Injectable()
export class FindInvitation {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, caller: Caller): Promise<Invitation> {
    const found = await this.invitations.find(invitationsSeenBy(caller), id, this.clock.now());
    await this.accessLog.noteRead(invitationRead, id);
    return found;
  }
}
