import type { Language } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InvitationState } from '../domain/invitation';
import type { AccountKind, InvestorRole, StaffRole } from '../domain/roles';
import type { LinkPurpose } from '../domain/single-use-link';

@Entity('invitation')
export class InvitationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: AccountKind;
  @Column('text') state: InvitationState;
  /** Null once it is erased. */
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text') language: Language;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  /** The organisation's name as it was when the invitation was issued: the mail says it. */
  @Column('text', { name: 'organisation_name_ar', nullable: true }) organisationNameAr: string | null;
  @Column('text', { name: 'organisation_name_fr', nullable: true }) organisationNameFr: string | null;
  @Column('text', { name: 'organisation_name_en', nullable: true }) organisationNameEn: string | null;
  @Column('text', { name: 'investor_role', nullable: true }) investorRole: InvestorRole | null;
  @Column('text', { nullable: true }) office: string | null;
  @Column('text', { name: 'mandate_document', nullable: true }) mandateDocument: string | null;
  @Column('text', { name: 'mandate_sha256', nullable: true }) mandateSha256: string | null;
  @Column('date', { name: 'mandate_letter_of', nullable: true }) mandateLetterOf: string | null;
  @Column('text', { name: 'mandate_letter_reference', nullable: true }) mandateLetterReference: string | null;
  @Column('uuid', { name: 'issued_by' }) issuedBy: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt: Date;
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('uuid', { name: 'accepted_by', nullable: true }) acceptedBy: string | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
  @Column('uuid', { name: 'withdrawn_by', nullable: true }) withdrawnBy: string | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt: Date | null;
}

@Entity('invited_grant')
export class InvitedGrantEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'invitation_id' }) invitationId: string;
  @Column('text') role: StaffRole;
  @Column('text', { name: 'scope_kind' }) scopeKind: 'country' | 'regions' | 'sectors';
  @Column('text', { array: true, default: '{}' }) codes: string[];
}

@Entity('single_use_link')
export class SingleUseLinkEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') purpose: LinkPurpose;
  @Column('uuid', { name: 'invitation_id', nullable: true }) invitationId: string | null;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('bytea', { name: 'token_sha256' }) tokenSha256: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

@Entity('identity_mail')
export class IdentityMailEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') purpose: LinkPurpose;
  @Column('uuid', { name: 'invitation_id', nullable: true }) invitationId: string | null;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('text') state: 'waiting' | 'sent' | 'bounced' | 'dropped';
  @Column('text', { nullable: true }) reason: string | null;
  @Column('integer', { default: 0 }) attempts: number;
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'message_id', nullable: true }) messageId: string | null;
}

/** Invitations, and how people are reached about their accounts. */
export const INVITATION_ENTITIES = [
  InvitationEntity,
  InvitedGrantEntity,
  SingleUseLinkEntity,
  IdentityMailEntity,
];
