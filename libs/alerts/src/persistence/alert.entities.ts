import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('alert_condition')
export class AlertConditionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'subject_type' }) subjectType: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text') rule: string;
  @Column('date', { name: 'deadline_date', nullable: true }) deadlineDate: string | null;
  @Column('date', { name: 'counted_from', nullable: true }) countedFrom: string | null;
  @Column('integer', { default: 0 }) spent: number;
  @Column('text') state: string;
  @Column('date', { name: 'opened_on' }) openedOn: string;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
}

@Entity('alert_occurrence')
export class AlertOccurrenceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'condition_id' }) conditionId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text', { name: 'subject_type' }) subjectType: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('text') rule: string;
  @Column('integer') threshold: number;
  @Column('date', { name: 'deadline_date', nullable: true }) deadlineDate: string | null;
  @Column('text') state: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('boolean', { name: 'catch_up' }) catchUp: boolean;
  @Column('boolean', { default: false }) digest: boolean;
  @Column('uuid', { name: 'move_id', nullable: true }) moveId: string | null;
  @Column('uuid', { name: 'superseded_by', nullable: true }) supersededBy: string | null;
  @Column('text', { name: 'addressed_to', array: true, nullable: true }) addressedTo: string[] | null;
  @Column('integer', { name: 'rule_version', default: 1 }) ruleVersion: number;
  @Column('date', { name: 'planned_on' }) plannedOn: string;
  @Column('timestamptz', { name: 'planned_at' }) plannedAt: Date;
}

@Entity('alert_notification')
export class AlertNotificationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'occurrence_id' }) occurrenceId: string;
  @Column('text', { name: 'ledger_key' }) ledgerKey: string;
  @Column('text') recipient: string;
  @Column('text') channel: string;
  @Column('text') state: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'lead_id', nullable: true }) leadId: string | null;
  @Column('boolean', { default: false }) digest: boolean;
  @Column('timestamptz', { name: 'send_after' }) sendAfter: Date;
  @Column('integer', { default: 0 }) attempts: number;
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
  @Column('text', { name: 'message_id', nullable: true }) messageId: string | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
}

@Entity('planner_run')
export class PlannerRunEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('date', { name: 'business_date' }) businessDate: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('integer') occurrences: number;
  @Column('integer') notifications: number;
}

/** Every table of this feature. */
export const ALERTS_ENTITIES = [
  AlertConditionEntity,
  AlertOccurrenceEntity,
  AlertNotificationEntity,
  PlannerRunEntity,
];
