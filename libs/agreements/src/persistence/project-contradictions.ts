import { createHash } from 'node:crypto';
import { CalendarDate, LocalizedText, canonicalJson } from '@app/kernel';
import { newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { NamesOfParts, claimsOf } from '../domain/claims';
import { Contradiction, findContradictions, linesOf } from '../domain/contradictions';
import type { StoredDocument } from '../domain/stored-document';

/** What was on the table, as a digest: a decision holds as long as it is the same. */
export function claimsDigest(contradiction: Pick<Contradiction, 'claims'>): string {
  return createHash('sha256')
    .update(canonicalJson(linesOf(contradiction)))
    .digest('hex');
}

/**
 * Keeps which sources of the current document disagree, for lists and counts. One that was decided and is met by a
 * claim that was not on the table opens again on this day; one that stays keeps the day on which it was found.
 */
export async function projectContradictions(
  tx: EntityManager,
  {
    agreementId,
    document,
    recordedOn,
  }: { agreementId: string; document: StoredDocument; recordedOn: CalendarDate },
): Promise<void> {
  const names = await namesOfParts(tx, [document]);
  const rows = findContradictions(claimsOf(document, names)).map((found) => ({
    id: newId(),
    subject: found.subject,
    subject_id: found.subjectId,
    field: found.field,
    kind: found.kind,
    claims_sha256: claimsDigest(found),
  }));
  const found = JSON.stringify(rows);
  await tx.query(
    `DELETE FROM contradiction c WHERE c.agreement_id = $1 AND NOT EXISTS (
       SELECT FROM jsonb_to_recordset($2::jsonb) AS f (subject text, subject_id uuid, field text)
        WHERE f.subject = c.subject AND f.subject_id IS NOT DISTINCT FROM c.subject_id AND f.field = c.field)`,
    [agreementId, found],
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO contradiction AS c (id, agreement_id, subject, subject_id, field, kind, claims_sha256, found_on)
     SELECT f.id, $1, f.subject, f.subject_id, f.field, f.kind, f.claims_sha256, $3
       FROM jsonb_to_recordset($2::jsonb)
         AS f (id uuid, subject text, subject_id uuid, field text, kind text, claims_sha256 text)
     ON CONFLICT ON CONSTRAINT contradiction_once DO UPDATE
       SET kind = excluded.kind, claims_sha256 = excluded.claims_sha256,
           found_on = CASE WHEN c.claims_sha256 <> excluded.claims_sha256 AND EXISTS (
                                  SELECT FROM contradiction_decision d
                                   WHERE d.agreement_id = c.agreement_id AND d.subject = c.subject
                                     AND d.subject_id IS NOT DISTINCT FROM c.subject_id AND d.field = c.field
                                     AND d.ended_as IS NULL AND d.claims_sha256 = c.claims_sha256)
                           THEN excluded.found_on ELSE c.found_on END`,
    [agreementId, found, recordedOn],
  );
}

/** The names of the parties and signatories whose names sources speak of. */
export async function namesOfParts(
  db: EntityManager,
  documents: readonly StoredDocument[],
): Promise<NamesOfParts> {
  const named = documents.flatMap(({ parties, signatories, citations }) => {
    const ids = new Set(citations.filter(({ field }) => field === 'name').map(({ subjectId }) => subjectId));
    return [
      ...parties.filter(({ id }) => ids.has(id)).map(({ organisationId }) => organisationId),
      ...signatories.filter(({ id }) => ids.has(id)).map(({ personId }) => personId),
    ].filter((id) => id !== null);
  });
  if (named.length === 0) return { organisations: new Map(), persons: new Map() };
  const [row] = await db.query<
    [{ organisations: Record<string, LocalizedText> | null; persons: Record<string, string> | null }]
  >(
    `SELECT (SELECT jsonb_object_agg(named.id, jsonb_build_object('ar', o.name_ar, 'fr', o.name_fr, 'en', o.name_en))
               FROM organisation named JOIN organisation o ON o.id = coalesce(named.merged_into, named.id)
              WHERE named.id = ANY ($1::uuid[])) AS organisations,
            (SELECT jsonb_object_agg(p.id, v.value)
               FROM person p JOIN personal_value v ON v.person_id = coalesce(p.merged_into, p.id)
              WHERE v.kind = 'name' AND v.preferred AND p.id = ANY ($1::uuid[])) AS persons`,
    [named],
  );
  return {
    organisations: new Map(Object.entries(row.organisations ?? {})),
    persons: new Map(Object.entries(row.persons ?? {})),
  };
}
