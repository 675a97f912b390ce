import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AcknowledgedGap, DraftAmendment, DraftKind } from '../domain/version';
import type { StoredDraft } from '../domain/stored-document';
import type { VersionState } from '../domain/version-workflow';

const text = (name: string) => Column('text', { name, nullable: true });

/** A version in the making; an agreement has one open draft at most. */
@Entity('agreement_draft')
export class AgreementDraftEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  /** The number it has once it is current. */
  @Column('integer') number: number;
  @Column('text') kind: DraftKind;
  @Column('text') state: Exclude<VersionState, 'superseded'>;
  @Column('integer', { name: 'base_number', nullable: true }) baseNumber: number | null;
  @Column('jsonb') document: StoredDraft;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb', { nullable: true }) amendment: DraftAmendment | null;
  @Column('jsonb', { name: 'acknowledged_gaps', default: '[]' }) acknowledgedGaps: readonly AcknowledgedGap[];
  /** Everybody who saved it. */
  @Column('text', { name: 'drafted_by', array: true }) draftedBy: readonly string[];
  @text('submitted_by') submittedBy: string | null;
  @text('verified_by') verifiedBy: string | null;
  @text('approved_by') approvedBy: string | null;
  @text('overridden_by') overriddenBy: string | null;
  @Column('text', { name: 'opened_by' }) openedBy: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'saved_at' }) savedAt: Date;
  @Column('timestamptz', { name: 'entered_state_at' }) enteredStateAt: Date;
}

/** What was saved under which revision of the agreement. */
@Entity('draft_save')
export class DraftSaveEntity {
  @PrimaryColumn('uuid', { name: 'draft_id' }) draftId: string;
  @PrimaryColumn('integer') revision: number;
  @Column('jsonb') document: object;
  @Column('text', { name: 'saved_by' }) savedBy: string;
  @Column('timestamptz', { name: 'saved_at' }) savedAt: Date;
}

/** A step that somebody took with a draft. */
@Entity('draft_step')
export class DraftStepEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'draft_id' }) draftId: string;
  @Column('integer') number: number;
  @Column('text') action: string;
  @text('from_state') fromState: string | null;
  @Column('text', { name: 'to_state' }) toState: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('date', { name: 'taken_on' }) takenOn: string;
  @Column('text', { name: 'taken_by' }) takenBy: string;
  @text('on_behalf_of') onBehalfOf: string | null;
  @text('overridden_by') overriddenBy: string | null;
  @Column('timestamptz', { name: 'taken_at' }) takenAt: Date;
}

/** A director's leave for another director to decide on their own draft. */
@Entity('draft_override')
export class DraftOverrideEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'draft_id' }) draftId: string;
  @Column('text') action: string;
  /** Revision of the agreement for which it was given: any change voids it. */
  @Column('integer') revision: number;
  @Column('text') reason: string;
  @Column('text', { name: 'granted_by' }) grantedBy: string;
  @Column('timestamptz', { name: 'granted_at' }) grantedAt: Date;
}

export const DRAFT_ENTITIES = [
  AgreementDraftEntity,
  DraftSaveEntity,
  DraftStepEntity,
  DraftOverrideEntity,
] as const;
