import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import type { Caller, Page, PageRequest } from '@app/platform';
import { type Invitation, invitationsSeenBy } from '../domain/invitation';
import { type InvitationFilter, InvitationRepository } from '../persistence/invitation.repository';

/** The invitations that the caller sees, the latest first. */
@Injectable()
export class ListInvitations {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  execute(filter: InvitationFilter, page: PageRequest, caller: Caller): Promise<Page<Invitation>> {
    return this.invitations.list(invitationsSeenBy(caller), filter, this.clock.now(), page);
  }
}
