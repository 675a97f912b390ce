import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataRequestKind, DecisionOutcome, IdentityCheckKind } from '../domain/data-request';
import type { ErasedCounts } from '../domain/retention';

@Entity('processing')
export class ProcessingEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('text', { nullable: true })
  code: string | null;

  @Column('jsonb')
  purpose: LocalizedText;

  @Column('jsonb', { name: 'legal_basis' })
  legalBasis: LocalizedText;

  @Column('jsonb')
  categories: LocalizedText;

  @Column('jsonb')
  persons: LocalizedText;

  @Column('jsonb')
  recipients: LocalizedText;

  @Column('jsonb')
  responsible: LocalizedText;

  /** From which day the days count, or why there is no end. */
  @Column('jsonb', { name: 'retention_note' })
  retentionNote: LocalizedText;

  @Column('integer', { name: 'retention_days', nullable: true })
  retentionDays: number | null;

  @Column('text', { name: 'cndp_receipt', nullable: true })
  cndpReceipt: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

@Entity('data_request')
export class DataRequestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('text')
  kind: DataRequestKind;

  @Column('uuid', { name: 'name_value_id', nullable: true })
  nameValueId: string | null;

  @Column('uuid', { name: 'contact_value_id', nullable: true })
  contactValueId: string | null;

  @Column('uuid', { name: 'words_value_id', nullable: true })
  wordsValueId: string | null;

  @Column('date', { name: 'received_on' })
  receivedOn: CalendarDate;

  @Column('date', { name: 'due_on' })
  dueOn: CalendarDate;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text', { name: 'identity_check', nullable: true })
  identityCheck: IdentityCheckKind | null;

  @Column('date', { name: 'identity_checked_on', nullable: true })
  identityCheckedOn: CalendarDate | null;

  @Column('text', { nullable: true })
  decision: DecisionOutcome | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: CalendarDate | null;

  @Column('boolean', { name: 'erases_public_names', default: false })
  erasesPublicNames: boolean;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  @Column('text', { name: 'recorded_by' })
  recordedBy: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}

@Entity('retention_run')
export class RetentionRunEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** One run a day. */
  @Column('date', { name: 'ran_on' })
  ranOn: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('jsonb', { default: {} })
  erased: ErasedCounts;
}
