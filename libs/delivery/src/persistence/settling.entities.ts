import { Column, Entity, PrimaryColumn } from 'typeorm';
import { REPORTING_ENTITIES } from './reporting.entities';

@Entity('commitment_decision')
export class CommitmentDecisionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  /** Stays when a version replaces the commitment's row. */
  @Column('uuid', { name: 'commitment_id' }) commitmentId: string;
  @Column('text') outcome: string;
  @Column('text') reason: string;
  @Column('date', { name: 'decided_on' }) decidedOn: string;
  @Column('text', { name: 'decided_by' }) decidedBy: string;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('uuid', { name: 'source_id', nullable: true }) sourceId: string | null;
  @Column('text', { nullable: true }) locator: string | null;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId: string | null;
  @Column('text', { name: 'withdrawn_by', nullable: true }) withdrawnBy: string | null;
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn: string | null;
  @Column('text', { name: 'withdrawal_reason', nullable: true }) withdrawalReason: string | null;
}

@Entity('change_request')
export class ChangeRequestEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('uuid', { name: 'commitment_id' }) commitmentId: string;
  /** The one that owes the commitment. */
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text') what: string;
  @Column('text', { name: 'proposed_text', nullable: true }) proposedText: string | null;
  @Column('text', { name: 'proposed_deadline', nullable: true }) proposedDeadline: string | null;
  @Column('date', { name: 'proposed_last_day', nullable: true }) proposedLastDay: string | null;
  @Column('numeric', { name: 'proposed_value', precision: 18, scale: 2, nullable: true })
  proposedValue: number | null;
  @Column('text') reason: string;
  @Column('text') state: string;
  @Column('text', { name: 'asked_by' }) askedBy: string;
  @Column('date', { name: 'asked_on' }) askedOn: string;
  /** Who answered it or withdrew it. */
  @Column('text', { name: 'closed_by', nullable: true }) closedBy: string | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
  @Column('text', { name: 'closing_reason', nullable: true }) closingReason: string | null;
  /** The draft of an amendment that takes it up. */
  @Column('uuid', { name: 'draft_id', nullable: true }) draftId: string | null;
}

/** Every table of this feature. */
export const DELIVERY_ENTITIES = [CommitmentDecisionEntity, ChangeRequestEntity, ...REPORTING_ENTITIES];
