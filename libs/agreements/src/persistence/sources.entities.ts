import { Column, Entity, PrimaryColumn } from 'typeorm';

const text = (name: string) => Column('text', { name, nullable: true });
const day = (name: string) => Column('date', { name, nullable: true });

/** What a decision keeps of itself, and how it ended. */
abstract class DecisionColumns {
  @Column('text') reason: string;
  @Column('text', { name: 'decided_by' }) decidedBy: string;
  @Column('date', { name: 'decided_on' }) decidedOn: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
  @text('ended_as') endedAs: 'superseded' | 'withdrawn' | null;
  @text('ended_by') endedBy: string | null;
  @day('ended_on') endedOn: string | null;
  @text('end_reason') endReason: string | null;
}

@Entity('contradiction')
export class ContradictionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text') subject: string;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId: string | null;
  @Column('text') field: string;
  @Column('text') kind: string;
  @Column('text', { name: 'claims_sha256' }) claimsSha256: string;
  @Column('date', { name: 'found_on' }) foundOn: string;
}

@Entity('contradiction_decision')
export class ContradictionDecisionEntity extends DecisionColumns {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text') subject: string;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId: string | null;
  @Column('text') field: string;
  @Column('text', { name: 'claims_sha256' }) claimsSha256: string;
  @Column('uuid', { name: 'citation_id', nullable: true }) citationId: string | null;
}

@Entity('promise_link')
export class PromiseLinkEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'from_agreement_id' }) fromAgreementId: string;
  @Column('uuid', { name: 'from_commitment_id' }) fromCommitmentId: string;
  @Column('uuid', { name: 'to_agreement_id' }) toAgreementId: string;
  @Column('uuid', { name: 'to_commitment_id' }) toCommitmentId: string;
  @Column('text') kind: string;
  @Column('text') reason: string;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @text('withdrawn_by') withdrawnBy: string | null;
  @day('withdrawn_on') withdrawnOn: string | null;
  @text('withdrawal_reason') withdrawalReason: string | null;
}

@Entity('duplicate_suggestion')
export class DuplicateSuggestionEntity {
  @PrimaryColumn('uuid', { name: 'agreement_a_id' }) agreementAId: string;
  @PrimaryColumn('uuid', { name: 'agreement_b_id' }) agreementBId: string;
  @Column('integer') score: number;
  @Column('text', { array: true }) reasons: string[];
  @Column('date', { name: 'found_on' }) foundOn: string;
}

@Entity('agreement_comparison')
export class AgreementComparisonEntity {
  @PrimaryColumn('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('integer', { name: 'version_number' }) versionNumber: number;
  @Column('date', { name: 'compared_on' }) comparedOn: string;
}

@Entity('duplicate_decision')
export class DuplicateDecisionEntity extends DecisionColumns {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_a_id' }) agreementAId: string;
  @Column('uuid', { name: 'agreement_b_id' }) agreementBId: string;
  @Column('text') decision: string;
  @Column('uuid', { name: 'link_id', nullable: true }) linkId: string | null;
}

/** Tables on sources that disagree, links of promises and likely duplicates. */
export const SOURCES_ENTITIES = [
  ContradictionEntity,
  ContradictionDecisionEntity,
  PromiseLinkEntity,
  DuplicateSuggestionEntity,
  AgreementComparisonEntity,
  DuplicateDecisionEntity,
];
