import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportContent } from '../domain/report-content';

@Entity('reporting_calendar')
export class ReportingCalendarEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text') rhythm: string;
  @Column('date', { array: true }) dates: string[];
  @Column('date', { name: 'from_day' }) fromDay: string;
  @Column('integer', { name: 'due_days' }) dueDays: number;
  @Column('integer', { name: 'grace_days' }) graceDays: number;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('text', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  /** Why it was changed or closed. */
  @Column('text', { name: 'end_reason', nullable: true }) endReason: string | null;
}

@Entity('counting_rule')
export class CountingRuleEntity {
  @PrimaryColumn('uuid', { name: 'commitment_id' }) commitmentId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text') rule: string;
  @Column('text', { name: 'chosen_by' }) chosenBy: string;
  @Column('date', { name: 'chosen_on' }) chosenOn: string;
}

@Entity('report')
export class ReportEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('integer', { default: 1 }) revision: number;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  /** Stays when a version replaces the commitment's row. */
  @Column('uuid', { name: 'commitment_id' }) commitmentId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** The calendar that asked for it; null for one that nobody asked for. */
  @Column('uuid', { name: 'calendar_id', nullable: true }) calendarId: string | null;
  @Column('uuid', { name: 'corrects_id', nullable: true }) correctsId: string | null;
  @Column('date', { name: 'period_from', nullable: true }) periodFrom: string | null;
  @Column('date', { name: 'period_until' }) periodUntil: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('date', { name: 'grace_until', nullable: true }) graceUntil: string | null;
  @Column('text') state: string;
  @Column('jsonb') content: ReportContent;
  /** Everybody who saved it; none of them decides about it. */
  @Column('text', { name: 'written_by', array: true }) writtenBy: string[];
  @Column('text', { name: 'submitted_by', nullable: true }) submittedBy: string | null;
  @Column('date', { name: 'submitted_on', nullable: true }) submittedOn: string | null;
  /** Whether an officer submitted it for the organisation. */
  @Column('boolean', { name: 'on_behalf', default: false }) onBehalf: boolean;
  @Column('date', { name: 'as_of', nullable: true }) asOf: string | null;
  @Column('numeric', { name: 'claimed_value', precision: 18, scale: 2, nullable: true })
  claimedValue: number | null;
  /** Since when it waits for a decision; null while the clock stands. */
  @Column('date', { name: 'waiting_since', nullable: true }) waitingSince: string | null;
  /** Working days for which it waited before it was returned. */
  @Column('integer', { name: 'waited_days', default: 0 }) waitedDays: number;
  @Column('boolean', { default: false }) appealed: boolean;
  /** The first of two verifiers, and the figure they would accept. */
  @Column('text', { name: 'reviewed_by', nullable: true }) reviewedBy: string | null;
  @Column('numeric', { name: 'reviewed_value', precision: 18, scale: 2, nullable: true })
  reviewedValue: number | null;
  @Column('numeric', { name: 'accepted_value', precision: 18, scale: 2, nullable: true })
  acceptedValue: number | null;
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('date', { name: 'decided_on', nullable: true }) decidedOn: string | null;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason: string | null;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
}

@Entity('report_step')
export class ReportStepEntity {
  @PrimaryColumn('uuid', { name: 'report_id' }) reportId: string;
  @PrimaryColumn('integer') number: number;
  @Column('text') action: string;
  @Column('text', { name: 'from_state', nullable: true }) fromState: string | null;
  @Column('text', { name: 'to_state' }) toState: string;
  @Column('text', { name: 'taken_by' }) takenBy: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('numeric', { name: 'accepted_value', precision: 18, scale: 2, nullable: true })
  acceptedValue: number | null;
  /** The canonical form of what was submitted, and its SHA-256: the receipt. */
  @Column('text', { nullable: true }) form: string | null;
  @Column('text', { name: 'form_sha256', nullable: true }) formSha256: string | null;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
}

@Entity('report_evidence')
export class ReportEvidenceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'report_id' }) reportId: string;
  @Column('text') figure: string;
  @Column('text') kind: string;
  /** Whether it names employees. */
  @Column('boolean') nominative: boolean;
  /** What it says in sum, which stays when it is erased. */
  @Column('text', { nullable: true }) extract: string | null;
  @Column('text') sha256: string;
  /** The file in the store; null once it was erased. */
  @Column('text', { name: 'stored_sha256', nullable: true }) storedSha256: string | null;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn: string | null;
  @Column('date', { name: 'erased_on', nullable: true }) erasedOn: string | null;
}

@Entity('accepted_observation')
export class AcceptedObservationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('uuid', { name: 'commitment_id' }) commitmentId: string;
  @Column('uuid', { name: 'report_id' }) reportId: string;
  @Column('date', { name: 'as_of' }) asOf: string;
  @Column('numeric', { precision: 18, scale: 2 }) value: number;
  /** Of what supports it. */
  @Column('text') rank: string;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('date', { name: 'superseded_on', nullable: true }) supersededOn: string | null;
}

@Entity('reply_notice')
export class ReplyNoticeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('uuid', { name: 'commitment_id' }) commitmentId: string;
  /** The one that owes the commitment. */
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text') word: string;
  /** The deadline that it is about. */
  @Column('date', { name: 'last_day' }) lastDay: string;
  @Column('text') channel: string;
  /** What became of the mail; null of a letter. */
  @Column('text', { name: 'mail_state', nullable: true }) mailState: string | null;
  @Column('date', { name: 'sent_on' }) sentOn: string;
  @Column('date', { name: 'replies_until' }) repliesUntil: string;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('text', { nullable: true }) reply: string | null;
  @Column('text', { name: 'replied_by', nullable: true }) repliedBy: string | null;
  @Column('date', { name: 'replied_on', nullable: true }) repliedOn: string | null;
  @Column('boolean', { name: 'on_behalf', default: false }) onBehalf: boolean;
}

/** The tables of reporting. */
export const REPORTING_ENTITIES = [
  ReportingCalendarEntity,
  CountingRuleEntity,
  ReportEntity,
  ReportStepEntity,
  ReportEvidenceEntity,
  AcceptedObservationEntity,
  ReplyNoticeEntity,
];
