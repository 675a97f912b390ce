import { CalendarDate, LocalizedText, publishedDate } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { DocumentQuantity, StatedDate } from '../domain/agreement-document';
import type { StoredDocument } from '../domain/stored-document';
import {
  CitationEntity,
  CommitmentEntity,
  MilestoneEntity,
  PartyEntity,
  SignatoryEntity,
} from './agreement.entities';
import { projectContradictions } from './project-contradictions';

export interface Projection {
  readonly agreementId: string;
  readonly document: StoredDocument;
  /** Business date of this change: what is new in the document was recorded on it. */
  readonly recordedOn: CalendarDate;
  /** What people search by, beside the titles of the commitments. */
  readonly searchSource: string;
}

/**
 * Writes the parts of the current document into the tables that lists, totals and alerts read. The rows of the
 * version before are replaced; parts that stay keep their ids and the date on which they were first recorded.
 */
export async function projectDocument(tx: EntityManager, projection: Projection): Promise<void> {
  const { agreementId, document } = projection;
  const recorded = await firstRecorded(tx, agreementId);
  const recordedOn = (id: string) => recorded.get(id) ?? projection.recordedOn;
  for (const entity of [CitationEntity, MilestoneEntity, CommitmentEntity, SignatoryEntity, PartyEntity]) {
    await tx.delete(entity, { agreementId });
  }
  await insertAll(
    tx,
    PartyEntity,
    document.parties.map((party, rank) => ({
      id: party.id,
      agreementId,
      rank,
      role: party.role,
      organisationId: party.organisationId,
      ...inLanguages('described', party.described),
      certainty: party.certainty,
      note: party.note,
    })),
  );
  await insertAll(
    tx,
    SignatoryEntity,
    document.signatories.map((signatory, rank) => ({ ...signatory, agreementId, rank })),
  );
  await insertAll(
    tx,
    CommitmentEntity,
    document.commitments.map((commitment, rank) => ({
      id: commitment.id,
      agreementId,
      rank,
      kind: commitment.kind,
      ...inLanguages('title', commitment.title),
      measure: commitment.measure,
      ...figureColumns(commitment.quantity),
      baselineValue: commitment.baseline?.value ?? null,
      baselineUnit: commitment.baseline?.unit ?? null,
      baselineNote: commitment.baseline?.note ?? null,
      obligorPartyId: commitment.obligorPartyId,
      partOfId: commitment.partOfId,
      proofMethod: commitment.proofMethod,
      ...deadlineColumns(commitment.deadline),
      deadlineAbsence: commitment.deadlineAbsence,
      placeScope: commitment.place.scope,
      regionCodes: [...commitment.place.regionCodes],
      cities: [...commitment.place.cities],
      zoneIds: [...commitment.place.zoneIds],
      placeNote: commitment.place.note,
      note: commitment.note,
      recordedOn: recordedOn(commitment.id),
      searchSource: `${wordsOf(commitment.title)} ${projection.searchSource}`,
    })),
  );
  await insertAll(
    tx,
    MilestoneEntity,
    document.commitments.flatMap((commitment) =>
      commitment.milestones.map((milestone, rank) => ({
        id: milestone.id,
        agreementId,
        commitmentId: commitment.id,
        rank,
        standing: milestone.standing,
        ...inLanguages('title', milestone.title),
        ...figureColumns(milestone.quantity),
        ...deadlineColumns(milestone.deadline),
        recordedOn: recordedOn(milestone.id),
      })),
    ),
  );
  await insertAll(
    tx,
    CitationEntity,
    document.citations.map((citation, rank) => ({ ...citation, agreementId, rank })),
  );
  await projectContradictions(tx, projection);
}

async function insertAll<T extends object>(
  tx: EntityManager,
  entity: new () => T,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const values = rows.slice(from, from + ROWS_A_STATEMENT);
    await tx.createQueryBuilder().insert().into(entity).values(values).updateEntity(false).execute();
  }
}

async function firstRecorded(tx: EntityManager, agreementId: string): Promise<Map<string, CalendarDate>> {
  const rows = await tx.query<{ id: string; recorded_on: CalendarDate }[]>(
    `SELECT id, recorded_on FROM commitment WHERE agreement_id = $1
     UNION ALL SELECT id, recorded_on FROM milestone WHERE agreement_id = $1`,
    [agreementId],
  );
  return new Map(rows.map((row) => [row.id, row.recorded_on]));
}

/** Rows a statement: far below the 65,535 values that one statement may carry. */
const ROWS_A_STATEMENT = 500;

/** `{ nameAr, nameFr, nameEn }` for the columns of a text. */
export function inLanguages<Prefix extends string>(
  prefix: Prefix,
  text: LocalizedText | null,
): Record<`${Prefix}${'Ar' | 'Fr' | 'En'}`, string | null> {
  return {
    [`${prefix}Ar`]: text?.ar ?? null,
    [`${prefix}Fr`]: text?.fr ?? null,
    [`${prefix}En`]: text?.en ?? null,
  } as Record<`${Prefix}${'Ar' | 'Fr' | 'En'}`, string | null>;
}

/** All languages of a text, for the search. */
export function wordsOf(text: LocalizedText | null): string {
  return [text?.fr, text?.en, text?.ar].filter(Boolean).join(' ');
}

/** A figure that does not say what it counts stands in the document only: it adds to nothing. */
function figureColumns(quantity: DocumentQuantity | null) {
  if (quantity === null || quantity.unit === null) return {};
  const { stated, ...axes } = quantity;
  return { ...axes, quantityStated: stated };
}

function deadlineColumns(deadline: StatedDate | null) {
  if (deadline === null) return {};
  const { stated, precision, lastDay } = publishedDate(deadline.stated);
  return { deadlineStated: stated, deadlinePrecision: precision, lastDay };
}
