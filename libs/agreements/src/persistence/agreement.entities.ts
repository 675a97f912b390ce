import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FINDING_ENTITIES } from './finding.entities';
import { AgreementFileEntity } from './agreement-file.entity';
import { SOURCES_ENTITIES } from './sources.entities';
import { DRAFT_ENTITIES } from './draft.entities';
import { LEGAL_LIFE_ENTITIES } from './legal-life.entities';

/** Shorthands for columns that many tables of this feature have. */
const text = (name: string) => Column('text', { name, nullable: true });

@Entity('source')
export class SourceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('integer', { default: 1 }) revision: number;
  @Column('text') url: string;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { nullable: true }) publisher: string | null;
  @Column('text', { nullable: true }) language: string | null;
  @text('published_on') publishedOn: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}

@Entity('signing_event')
export class SigningEventEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('integer', { default: 1 }) revision: number;
  @text('published_reference') publishedReference: string | null;
  @text('name_ar') nameAr: string | null;
  @text('name_fr') nameFr: string | null;
  @text('name_en') nameEn: string | null;
  @Column('text', { name: 'dates_stated' }) datesStated: string;
  @Column('text', { name: 'dates_precision' }) datesPrecision: string;
  @Column('date', { name: 'first_day' }) firstDay: string;
  @Column('date', { name: 'last_day' }) lastDay: string;
  @Column('text', { nullable: true }) place: string | null;
  @Column('numeric', { precision: 18, scale: 2, nullable: true }) amount: number | null;
  @text('amount_currency') amountCurrency: string | null;
  @text('amount_qualifier') amountQualifier: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}

@Entity('reference_counter')
export class ReferenceCounterEntity {
  @PrimaryColumn('integer') year: number;
  @Column('integer', { name: 'last_number' }) lastNumber: number;
}

@Entity('agreement')
export class AgreementEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('integer', { default: 1 }) revision: number;
  @Column('text') reference: string;
  @text('published_reference') publishedReference: string | null;
  @text('title_ar') titleAr: string | null;
  @text('title_fr') titleFr: string | null;
  @text('title_en') titleEn: string | null;
  @Column('text', { name: 'title_status' }) titleStatus: string;
  @text('summary_ar') summaryAr: string | null;
  @text('summary_fr') summaryFr: string | null;
  @text('summary_en') summaryEn: string | null;
  @text('instrument_type') instrumentType: string | null;
  @text('legal_state') legalState: string | null;
  @text('legal_state_since') legalStateSince: string | null;
  @text('signed_stated') signedStated: string | null;
  @text('signed_precision') signedPrecision: string | null;
  @Column('date', { name: 'signed_first_day', nullable: true }) signedFirstDay: string | null;
  @Column('date', { name: 'signed_last_day', nullable: true }) signedLastDay: string | null;
  @text('signed_absence') signedAbsence: string | null;
  @text('signed_at') signedAt: string | null;
  @Column('uuid', { name: 'event_id', nullable: true }) eventId: string | null;
  @Column('boolean', { name: 'shares_event_amount', default: false }) sharesEventAmount: boolean;
  @Column('text', { name: 'sector_codes', array: true, default: '{}' }) sectorCodes: string[];
  @text('sector_stated') sectorStated: string | null;
  @Column('numeric', { precision: 18, scale: 2, nullable: true }) amount: number | null;
  @text('amount_currency') amountCurrency: string | null;
  @text('amount_qualifier') amountQualifier: string | null;
  @text('parties_absence') partiesAbsence: string | null;
  @text('signatories_absence') signatoriesAbsence: string | null;
  @Column('text') sourcing: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { name: 'owner_position_id' }) ownerPositionId: string;
  @Column('text', { array: true, default: '{}' }) tags: string[];
  @Column('boolean', { default: false }) published: boolean;
  /** Null while the agreement was only drafted. */
  @Column('integer', { name: 'version_number', nullable: true }) versionNumber: number | null;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('text', { name: 'search_source' }) searchSource: string;
}

@Entity('agreement_version')
export class AgreementVersionEntity {
  @PrimaryColumn('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('integer') number: number;
  @Column('text') state: 'current' | 'superseded';
  @Column('jsonb') document: object;
  @Column('text', { name: 'document_sha256' }) documentSha256: string;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('text') kind: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb', { nullable: true }) amendment: object | null;
  @Column('jsonb', { name: 'acknowledged_gaps', default: '[]' }) acknowledgedGaps: readonly object[];
  @Column('text', { name: 'drafted_by', array: true, default: '{}' }) draftedBy: readonly string[];
  @text('submitted_by') submittedBy: string | null;
  @text('verified_by') verifiedBy: string | null;
  @text('approved_by') approvedBy: string | null;
  @text('overridden_by') overriddenBy: string | null;
  /** Business date on which it became current. */
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  /** From when an amendment holds; null for every other kind. */
  @Column('date', { name: 'effective_on', nullable: true }) effectiveOn: string | null;
}

@Entity('party')
export class PartyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('integer') rank: number;
  @Column('text') role: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  @text('described_ar') describedAr: string | null;
  @text('described_fr') describedFr: string | null;
  @text('described_en') describedEn: string | null;
  @Column('text') certainty: string;
  @Column('text', { nullable: true }) note: string | null;
}

@Entity('signatory')
export class SignatoryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('integer') rank: number;
  @Column('text') role: string;
  @Column('uuid', { name: 'party_id', nullable: true }) partyId: string | null;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Column('text', { nullable: true }) absence: string | null;
  @Column('uuid', { name: 'capacity_value_id', nullable: true }) capacityValueId: string | null;
  @Column('text') certainty: string;
  @Column('text', { nullable: true }) note: string | null;
}

/** The axes of a figure, which commitments and milestones have alike. */
abstract class FigureColumns {
  @Column('text', { nullable: true }) qualifier: string | null;
  @Column('numeric', { precision: 18, scale: 2, nullable: true }) value: number | null;
  @Column('text', { nullable: true }) unit: string | null;
  @Column('text', { nullable: true }) relation: string | null;
  @Column('text', { nullable: true }) stability: string | null;
  @Column('text', { nullable: true }) basis: string | null;
  @Column('text', { nullable: true }) level: string | null;
  @text('quantity_stated') quantityStated: string | null;
}

@Entity('commitment')
export class CommitmentEntity extends FigureColumns {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('integer') rank: number;
  @Column('text') kind: string;
  @text('title_ar') titleAr: string | null;
  @text('title_fr') titleFr: string | null;
  @text('title_en') titleEn: string | null;
  @Column('text') measure: string;
  @Column('numeric', { name: 'baseline_value', precision: 18, scale: 2, nullable: true }) baselineValue:
    number | null;
  @text('baseline_unit') baselineUnit: string | null;
  @text('baseline_note') baselineNote: string | null;
  @Column('uuid', { name: 'obligor_party_id', nullable: true }) obligorPartyId: string | null;
  @Column('uuid', { name: 'part_of_id', nullable: true }) partOfId: string | null;
  @text('proof_method') proofMethod: string | null;
  @text('deadline_stated') deadlineStated: string | null;
  @text('deadline_precision') deadlinePrecision: string | null;
  @Column('date', { name: 'last_day', nullable: true }) lastDay: string | null;
  @text('deadline_absence') deadlineAbsence: string | null;
  @Column('text', { name: 'place_scope' }) placeScope: string;
  @Column('text', { name: 'region_codes', array: true, default: '{}' }) regionCodes: string[];
  @Column('text', { array: true, default: '{}' }) cities: string[];
  @Column('uuid', { name: 'zone_ids', array: true, default: '{}' }) zoneIds: string[];
  @text('place_note') placeNote: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('text', { name: 'search_source' }) searchSource: string;
}

@Entity('milestone')
export class MilestoneEntity extends FigureColumns {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('uuid', { name: 'commitment_id' }) commitmentId: string;
  @Column('integer') rank: number;
  @Column('text') standing: string;
  @text('title_ar') titleAr: string | null;
  @text('title_fr') titleFr: string | null;
  @text('title_en') titleEn: string | null;
  @Column('text', { name: 'deadline_stated' }) deadlineStated: string;
  @Column('text', { name: 'deadline_precision' }) deadlinePrecision: string;
  @Column('date', { name: 'last_day' }) lastDay: string;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
}

@Entity('citation')
export class CitationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('integer') rank: number;
  @Column('uuid', { name: 'source_id' }) sourceId: string;
  @Column('text') subject: string;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId: string | null;
  @Column('text') field: string;
  @Column('text', { nullable: true }) stated: string | null;
  @Column('text', { nullable: true }) locator: string | null;
  @Column('date', { name: 'read_on', nullable: true }) readOn: string | null;
  @Column('boolean') adopted: boolean;
  @Column('text', { nullable: true }) note: string | null;
}

@Entity('deadline_move')
export class DeadlineMoveEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text', { name: 'subject_type' }) subjectType: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('integer') number: number;
  @text('old_stated') oldStated: string | null;
  @Column('date', { name: 'old_last_day', nullable: true }) oldLastDay: string | null;
  @text('new_stated') newStated: string | null;
  @Column('date', { name: 'new_last_day', nullable: true }) newLastDay: string | null;
  @Column('integer', { name: 'version_number' }) versionNumber: number;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('text') act: string;
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
}

@Entity('agreement_link')
export class AgreementLinkEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'from_agreement_id' }) fromAgreementId: string;
  @Column('uuid', { name: 'to_agreement_id' }) toAgreementId: string;
  @Column('text') kind: string;
  @Column('text', { nullable: true }) note: string | null;
  @text('recorded_by') recordedBy: string | null;
  @Column('date', { name: 'recorded_on', nullable: true }) recordedOn: string | null;
  @text('withdrawn_by') withdrawnBy: string | null;
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn: string | null;
  @text('withdrawal_reason') withdrawalReason: string | null;
}

/** Every table of this feature. */
export const AGREEMENTS_ENTITIES = [
  SourceEntity,
  SigningEventEntity,
  ReferenceCounterEntity,
  AgreementEntity,
  AgreementVersionEntity,
  ...DRAFT_ENTITIES,
  PartyEntity,
  SignatoryEntity,
  CommitmentEntity,
  MilestoneEntity,
  CitationEntity,
  DeadlineMoveEntity,
  AgreementLinkEntity,
  ...SOURCES_ENTITIES,
  ...LEGAL_LIFE_ENTITIES,
  ...FINDING_ENTITIES,
  AgreementFileEntity,
];
