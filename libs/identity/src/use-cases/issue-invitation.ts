import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock } from '@app/kernel';
import { newId } from '@app/platform';
import { EVERY_INVITATION, type Invitation, endOfInvitation } from '../domain/invitation';
import { AlreadyInvited } from '../domain/invitation-refusals';
import { InvitationRepository, type InvitationToKeep } from '../persistence/invitation.repository';
import { invitationIssued } from './invitation-kinds';
import { RequestIdentityMail } from './request-identity-mail';

/** An invitation as its issuer gives it. */
export type InvitationToIssue = Omit<InvitationToKeep, 'id' | 'issuedAt' | 'expiresAt'>;

/** Keeps an invitation and asks for its mail, unless somebody has to confirm it first. */
@Injectable()
export class IssueInvitation {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly mail: RequestIdentityMail,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws AlreadyInvited */
  async execute(tx: EntityManager, given: InvitationToIssue): Promise<Invitation> {
    const id = newId();
    const issuedAt = this.clock.now();
    const email = given.email.trim().toLowerCase();
    const organisationId = given.organisation?.id ?? null;
    await this.invitations.lockAddress(tx, email);
    await this.invitations.closeExpired(tx, email, organisationId, issuedAt);
    if (await this.invitations.isInvited(tx, email, organisationId)) throw new AlreadyInvited();
    const expiresAt = endOfInvitation(given.state, issuedAt);
    await this.invitations.insert(tx, { ...given, id, email, issuedAt, expiresAt });
    if (given.state === 'open') await this.mail.execute(tx, { purpose: 'invitation', subjectId: id });
    await this.audit.note(tx, invitationIssued, {
      actor: accountActor(given.issuedBy),
      subjectId: id,
      payload: { kind: given.kind, grants: given.grants, mandate: given.mandate },
    });
    return this.invitations.lock(tx, EVERY_INVITATION, id, issuedAt);
  }
}
