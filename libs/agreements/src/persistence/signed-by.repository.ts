import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { Transactions } from '@app/platform';

/** A version of an agreement that names a person, or the draft of one. */
export interface SignedVersion {
  readonly agreementId: string;
  readonly reference: string;
  readonly title: LocalizedText;
  readonly version: number;
  readonly current: boolean;
  readonly role: string;
  readonly capacity: string | null;
  readonly note: string | null;
}

/** A version of an agreement, or the draft of one, whose words hold a name, outside the one place where names are kept. */
export interface NameInWords {
  readonly agreementId: string;
  readonly reference: string;
  readonly version: number;
}

/** Shorter names stand inside other words. */
const SHORTEST_NAME = 5;

/** Documents in which one of the records `$1` signs. */
const NAMING = `ARRAY(SELECT jsonb_build_object('signatories', jsonb_build_array(jsonb_build_object('personId', id)))
  FROM unnest($1::text[]) AS record (id))`;

/** Reads in which agreements a person is named. */
@Injectable()
export class SignedByRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Versions, and drafts that never became one: each under the number that it has or would have. */
  async listVersions(personId: string): Promise<SignedVersion[]> {
    return this.transactions.reader.query<SignedVersion[]>(
      `SELECT a.id AS "agreementId", a.reference, v.number AS version, v.current,
              jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en) AS title,
              s.signatory ->> 'role' AS role, c.value AS capacity, s.signatory ->> 'note' AS note
         FROM (SELECT agreement_id, number, state = 'current' AS current, document FROM agreement_version
               UNION ALL
               SELECT agreement_id, number, false, document FROM agreement_draft WHERE state <> 'current') AS v
         JOIN agreement a ON a.id = v.agreement_id
        CROSS JOIN LATERAL jsonb_array_elements(v.document -> 'signatories') AS s (signatory)
         LEFT JOIN personal_value c ON c.id = (s.signatory ->> 'capacityValueId')::uuid
        WHERE v.document @> ANY (${NAMING})
          AND s.signatory ->> 'personId' = ANY ($1::text[])
        ORDER BY a.reference, v.number`,
      [await this.recordsOf(personId)],
    );
  }

  /** How many agreements name the person in any of their versions; a draft is no public act. */
  async countAgreements(personId: string): Promise<number> {
    const [row] = await this.transactions.reader.query<[{ count: number }]>(
      `SELECT count(DISTINCT agreement_id)::int AS count FROM agreement_version
        WHERE document @> ANY (${NAMING})`,
      [await this.recordsOf(personId)],
    );
    return row.count;
  }

  /** A person who was merged is in the documents under each of their records. */
  private async recordsOf(personId: string): Promise<string[]> {
    const rows = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT r.id FROM person p JOIN person r ON coalesce(r.merged_into, r.id) = coalesce(p.merged_into, p.id)
        WHERE p.id = $1`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  /** Versions and drafts whose titles, notes, quotations and reasons hold one of the names. */
  async listInWords(names: readonly string[]): Promise<NameInWords[]> {
    const sought = names.filter((name) => name.length >= SHORTEST_NAME);
    if (sought.length === 0) return [];
    return this.transactions.reader.query<NameInWords[]>(
      `SELECT DISTINCT a.id AS "agreementId", a.reference, v.number AS version
         FROM (SELECT agreement_id, number, concat_ws(' ', document, reason, amendment) AS words FROM agreement_version
               UNION ALL
               SELECT agreement_id, number, concat_ws(' ', document, reason, amendment) FROM agreement_draft
               UNION ALL
               SELECT d.agreement_id, d.number, s.document::text FROM draft_save s
                 JOIN agreement_draft d ON d.id = s.draft_id) AS v
         JOIN agreement a ON a.id = v.agreement_id
        WHERE EXISTS (SELECT FROM unnest($1::text[]) AS sought (name)
                       WHERE strpos(fold_text(v.words), fold_text(sought.name)) > 0)
        ORDER BY a.reference, v.number`,
      [sought],
    );
  }
}
