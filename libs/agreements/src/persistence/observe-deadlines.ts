import type { LocalizedText } from '@app/kernel';
import type { EntityManager } from 'typeorm';

/** The deadlines of an agreement as stated, of its commitments and their milestones. */
export async function observeDeadlines(tx: EntityManager, agreementId: string) {
  const rows = await tx.query<
    { subjectType: string; subjectId: string; title: LocalizedText; value: string }[]
  >(
    `SELECT 'commitment' AS "subjectType", c.id AS "subjectId", c.deadline_stated AS value,
            jsonb_build_object('ar', c.title_ar, 'fr', c.title_fr, 'en', c.title_en) AS title, c.rank, -1 AS inner_rank
       FROM commitment c WHERE c.agreement_id = $1 AND c.deadline_stated IS NOT NULL
     UNION ALL
     SELECT 'milestone', m.id, m.deadline_stated,
            jsonb_build_object('ar', m.title_ar, 'fr', m.title_fr, 'en', m.title_en), c.rank, m.rank
       FROM milestone m JOIN commitment c ON c.id = m.commitment_id WHERE m.agreement_id = $1
      ORDER BY rank, inner_rank`,
    [agreementId],
  );
  return rows.map(({ subjectType, subjectId, title, value }) => ({
    key: subjectId,
    subjectType,
    subjectId,
    title,
    detail: null,
    value,
  }));
}
