import { Column, Entity, PrimaryColumn } from 'typeorm';

const text = (name: string) => Column('text', { name, nullable: true });

@Entity('legal_step')
export class LegalStepEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('integer') number: number;
  @Column('text') action: string;
  @Column('text', { name: 'from_state' }) fromState: string;
  @Column('text', { name: 'to_state' }) toState: string;
  @Column('text', { name: 'on_stated' }) onStated: string;
  @Column('date', { name: 'on_first_day' }) onFirstDay: string;
  @Column('date', { name: 'on_last_day' }) onLastDay: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId: string | null;
  @text('file_sha256') fileSha256: string | null;
  @Column('uuid', { name: 'source_id', nullable: true }) sourceId: string | null;
  @Column('jsonb', { default: '{}' }) details: object;
  @Column('text', { name: 'taken_by' }) takenBy: string;
  @text('on_behalf_of') onBehalfOf: string | null;
  /** The other director, where reopening takes two. */
  @text('agreed_by') agreedBy: string | null;
  /** The version that the step wrote; null when it changed no document. */
  @Column('integer', { name: 'version_number', nullable: true }) versionNumber: number | null;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('timestamptz', { name: 'taken_at' }) takenAt: Date;
}

@Entity('condition_precedent')
export class ConditionPrecedentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('integer') number: number;
  @text('text_ar') textAr: string | null;
  @text('text_fr') textFr: string | null;
  @text('text_en') textEn: string | null;
  @text('due_stated') dueStated: string | null;
  @Column('date', { name: 'due_last_day', nullable: true }) dueLastDay: string | null;
  @Column('text', { default: 'open' }) state: string;
  @Column('date', { name: 'decided_on', nullable: true }) decidedOn: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'source_id', nullable: true }) sourceId: string | null;
  @text('decided_by') decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
}

@Entity('suspension')
export class SuspensionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text') ground: string;
  @Column('date', { name: 'from_day' }) fromDay: string;
  @Column('date', { name: 'expected_end', nullable: true }) expectedEnd: string | null;
  @Column('integer', { name: 'begun_by_step' }) begunByStep: number;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  @Column('integer', { name: 'ended_by_step', nullable: true }) endedByStep: number | null;
  @text('shift_rule') shiftRule: string | null;
  @Column('jsonb', { name: 'new_dates', nullable: true }) newDates: readonly object[] | null;
}

@Entity('successor_mapping')
export class SuccessorMappingEntity {
  @PrimaryColumn('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('integer', { name: 'step_number' }) stepNumber: number;
  @PrimaryColumn('uuid', { name: 'commitment_id' }) commitmentId: string;
  @Column('uuid', { name: 'successor_agreement_id' }) successorAgreementId: string;
  @Column('text') fate: string;
  @Column('uuid', { name: 'successor_commitment_id', nullable: true }) successorCommitmentId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
}

@Entity('reopening_consent')
export class ReopeningConsentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('integer') revision: number;
  @Column('text') reason: string;
  @Column('text', { name: 'given_by' }) givenBy: string;
  @Column('date', { name: 'given_on' }) givenOn: string;
  @Column('timestamptz', { name: 'given_at' }) givenAt: Date;
}

/** The tables of the legal life of agreements. */
export const LEGAL_LIFE_ENTITIES = [
  LegalStepEntity,
  ConditionPrecedentEntity,
  SuspensionEntity,
  SuccessorMappingEntity,
  ReopeningConsentEntity,
];
