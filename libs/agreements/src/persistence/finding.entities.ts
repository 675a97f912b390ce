import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('finding')
export class FindingEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') query: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text', { name: 'subject_type' }) subjectType: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('text') detail: string;
  @Column('date', { name: 'first_seen_on' }) firstSeenOn: string;
  @Column('date', { name: 'last_seen_on' }) lastSeenOn: string;
  @Column('date', { name: 'resolved_on', nullable: true }) resolvedOn: string | null;
}

@Entity('finding_run')
export class FindingRunEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('date', { name: 'ran_on' }) ranOn: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column('jsonb', { default: '{}' }) found: Readonly<Record<string, number>>;
  @Column('jsonb', { default: '{}' }) failed: Readonly<Record<string, string>>;
}

/** Tables of the search for impossible data. */
export const FINDING_ENTITIES = [FindingEntity, FindingRunEntity];
