import { Injectable } from '@nestjs/common';
import { AccessLog } from '@app/audit';
import { Clock } from '@app/kernel';
import type { Caller, Page, PageRequest } from '@app/platform';
import { type Invitation, invitationsSeenBy } from '../domain/invitation';
import { type InvitationFilter, InvitationRepository } from '../persistence/invitation.repository';
import { invitationsListed } from './invitation-kinds';

/** The invitations that the caller sees, the latest first; that they were read is noted. */
@Injectable()
export class ListInvitations {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {}

  async execute(filter: InvitationFilter, page: PageRequest, caller: Caller): Promise<Page<Invitation>> {
    const found = await this.invitations.list(invitationsSeenBy(caller), filter, this.clock.now(), page);
    await this.accessLog.noteListed(
      invitationsListed,
      found.items.map(({ id }) => id),
    );
    return found;
  }
}
