import { Column, Entity, PrimaryColumn } from 'typeorm';

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

/** Every table of this feature. */
export const DELIVERY_ENTITIES = [CommitmentDecisionEntity];
