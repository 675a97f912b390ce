import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { Transactions } from '@app/platform';

/** A version of an agreement that names a person. */
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

/** A version of an agreement whose words hold a name, outside the one place where names are kept. */
export interface NameInWords {
  readonly agreementId: string;
  readonly reference: string;
  readonly version: number;
}

/** Shorter names stand inside other words. */
const SHORTEST_NAME = 5;

/** Reads in which agreements a person is named. */
@Injectable()
export class SignedByRepository {
  constructor(private readonly transactions: Transactions) {}

  async listVersions(personId: string): Promise<SignedVersion[]> {
    return this.transactions.reader.query<SignedVersion[]>(
      `SELECT a.id AS "agreementId", a.reference, v.number AS version, v.state = 'current' AS current,
              jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en) AS title,
              s.signatory ->> 'role' AS role, c.value AS capacity, s.signatory ->> 'note' AS note
         FROM agreement_version v
         JOIN agreement a ON a.id = v.agreement_id
        CROSS JOIN LATERAL jsonb_array_elements(v.document -> 'signatories') AS s (signatory)
         LEFT JOIN personal_value c ON c.id = (s.signatory ->> 'capacityValueId')::uuid
        WHERE v.document @> jsonb_build_object('signatories', jsonb_build_array(jsonb_build_object('personId', $1::text)))
          AND s.signatory ->> 'personId' = $1::text
        ORDER BY a.reference, v.number`,
      [personId],
    );
  }

  /** How many agreements name the person in any of their versions. */
  async countAgreements(personId: string): Promise<number> {
    const [row] = await this.transactions.reader.query<[{ count: number }]>(
      `SELECT count(DISTINCT agreement_id)::int AS count FROM agreement_version
        WHERE document @> jsonb_build_object('signatories', jsonb_build_array(jsonb_build_object('personId', $1::text)))`,
      [personId],
    );
    return row.count;
  }

  /** Versions whose titles, notes and quotations hold one of the names. */
  async listInWords(names: readonly string[]): Promise<NameInWords[]> {
    const sought = names.filter((name) => name.length >= SHORTEST_NAME);
    if (sought.length === 0) return [];
    return this.transactions.reader.query<NameInWords[]>(
      `SELECT a.id AS "agreementId", a.reference, v.number AS version
         FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id
        WHERE EXISTS (SELECT FROM unnest($1::text[]) AS sought (name)
                       WHERE strpos(fold_text(v.document::text), fold_text(sought.name)) > 0)
        ORDER BY a.reference, v.number`,
      [sought],
    );
  }
}
