import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { AgreementPlace } from '../domain/agreement-place';

/** Where documents name a record, and what is projected from there. */
const NAMED = {
  organisation: { table: 'party', column: 'organisation_id', list: 'parties', key: 'organisationId' },
  person: { table: 'signatory', column: 'person_id', list: 'signatories', key: 'personId' },
} as const;

/** Two records of one organisation or person, of which one goes and one stays. */
export interface MergedPair {
  readonly record: keyof typeof NAMED;
  readonly goneId: string;
  readonly keptId: string;
}

/** How much names the record that goes. */
export interface NamedCounts {
  readonly agreements: number;
  readonly published_agreements: number;
  readonly parties?: number;
  readonly signatures?: number;
  readonly versions: number;
  readonly drafts: number;
  readonly events: number;
  readonly sources: number;
}

/** An agreement that names the record that goes. */
export interface NamingAgreement {
  readonly id: string;
  readonly reference: string;
  readonly title: LocalizedText;
  /** It names the record that stays too. */
  readonly namesBoth: boolean;
}

/** Reads which agreements name a record that is merged, and lets what is projected from them name the one that stays. */
@Injectable()
export class MergedNamesRepository {
  /** Versions and drafts count where their documents name the record itself: they keep its id. */
  async count(db: EntityManager, { record, goneId }: MergedPair): Promise<NamedCounts> {
    const { table, column, list, key } = NAMED[record];
    const parts = record === 'organisation' ? 'parties' : 'signatures';
    const names = `document @> jsonb_build_object('${list}', jsonb_build_array(jsonb_build_object('${key}', $1::text)))`;
    const [row] = await db.query<[NamedCounts]>(
      `WITH own AS MATERIALIZED (SELECT DISTINCT agreement_id FROM ${table} WHERE ${column} = $1::uuid)
       SELECT (SELECT count(*)::int FROM own) AS agreements,
              (SELECT count(*)::int FROM own JOIN agreement a ON a.id = own.agreement_id AND a.published)
                AS published_agreements,
              (SELECT count(*)::int FROM ${table} WHERE ${column} = $1::uuid) AS ${parts},
              (SELECT count(*)::int FROM agreement_version WHERE ${names}) AS versions,
              (SELECT count(*)::int FROM agreement_draft WHERE ${names}
                  AND state IN ('draft', 'submitted', 'returned', 'verified')) AS drafts,
              (SELECT count(DISTINCT a.event_id)::int FROM own JOIN agreement a ON a.id = own.agreement_id) AS events,
              (SELECT count(DISTINCT c.source_id)::int FROM own JOIN citation c USING (agreement_id)) AS sources`,
      [goneId],
    );
    return row;
  }

  async agreements(
    db: EntityManager,
    { record, goneId, keptId }: MergedPair,
    most: number,
  ): Promise<NamingAgreement[]> {
    const { table, column } = NAMED[record];
    return db.query(
      `SELECT a.id, a.reference, jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en) AS title,
              EXISTS (SELECT FROM ${table} b WHERE b.agreement_id = a.id AND b.${column} = $2) AS "namesBoth"
         FROM agreement a WHERE EXISTS (SELECT FROM ${table} g WHERE g.agreement_id = a.id AND g.${column} = $1)
        ORDER BY "namesBoth" DESC, a.reference LIMIT $3`,
      [goneId, keptId, most],
    );
  }

  /** Where the agreements lie that name the record that goes; each pair of regions and sectors once. */
  async places(db: EntityManager, { record, goneId }: MergedPair): Promise<AgreementPlace[]> {
    const { table, column } = NAMED[record];
    return db.query(
      `SELECT DISTINCT a.sector_codes AS sectors, ARRAY(
                SELECT unnest(c.region_codes) AS code FROM commitment c WHERE c.agreement_id = a.id
                UNION SELECT z.region_code FROM commitment c JOIN zone z ON z.id = ANY (c.zone_ids)
                       WHERE c.agreement_id = a.id AND z.region_code IS NOT NULL ORDER BY code) AS regions
         FROM agreement a WHERE EXISTS (SELECT FROM ${table} g WHERE g.agreement_id = a.id AND g.${column} = $1)`,
      [goneId],
    );
  }

  /** What names the record that went names the one that stays. */
  async follow(tx: EntityManager, { record, goneId, keptId }: MergedPair): Promise<void> {
    const { table, column } = NAMED[record];
    await tx.query(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [goneId, keptId]);
  }

  /** Parts that the current documents call by the record that stands for itself again name it again. */
  async giveBack(tx: EntityManager, { record, goneId, keptId }: MergedPair): Promise<void> {
    const { table, column, list, key } = NAMED[record];
    await tx.query(
      `UPDATE ${table} part SET ${column} = $1
         FROM agreement a
         JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.version_number
        CROSS JOIN LATERAL jsonb_array_elements(v.document -> '${list}') AS said (part)
         JOIN ${record} r ON r.id = (said.part ->> '${key}')::uuid AND coalesce(r.merged_into, r.id) = $1
        WHERE a.id IN (SELECT agreement_id FROM ${table} WHERE ${column} = $2)
          AND part.agreement_id = a.id AND part.id = (said.part ->> 'id')::uuid AND part.${column} = $2`,
      [goneId, keptId],
    );
  }
}
