import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import type { Caller } from '@app/platform';
import { type Invitation, invitationsSeenBy } from '../domain/invitation';
import { InvitationRepository } from '../persistence/invitation.repository';

/** One invitation. @throws RecordNotFound also for one that the caller does not see. */
@Injectable()
export class FindInvitation {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  execute(id: string, caller: Caller): Promise<Invitation> {
    return this.invitations.find(invitationsSeenBy(caller), id, this.clock.now());
  }
}
