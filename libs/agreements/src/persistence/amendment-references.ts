import type { FieldViolation } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { DraftAmendment } from '../domain/version';

/**
 * What the act of an amendment names that is not there: its file among those of the agreement, its source, and a number
 * that an earlier amendment has already.
 */
export async function findWrongReferences(
  tx: EntityManager,
  agreementId: string,
  { fileId, sourceId, number }: DraftAmendment,
): Promise<FieldViolation[]> {
  const [found] = await tx.query<[{ file: boolean; source: boolean; number: boolean }]>(
    `SELECT $2::uuid IS NULL OR EXISTS (SELECT FROM agreement_file
              WHERE agreement_id = $1 AND id = $2 AND withdrawn_at IS NULL
                AND role IN ('amendment', 'signed_text')) AS file,
            $3::uuid IS NULL OR EXISTS (SELECT FROM source WHERE id = $3) AS source,
            $4::text IS NULL OR NOT EXISTS (SELECT FROM agreement_version
              WHERE agreement_id = $1 AND kind = 'amendment' AND amendment ->> 'number' = $4) AS number`,
    [agreementId, fileId, sourceId, number],
  );
  return [
    ...(found.file ? [] : [{ field: 'amendment.fileId', code: 'unknown_reference' }]),
    ...(found.source ? [] : [{ field: 'amendment.sourceId', code: 'unknown_reference' }]),
    ...(found.number
      ? []
      : [{ field: 'amendment.number', code: 'already_recorded', values: { field: 'number' } }]),
  ];
}
