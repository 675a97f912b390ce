import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StoredDocument } from '../domain/stored-document';
import { wordsOf } from './project-document';
import { searchSourceOf } from './search-source';

interface AgreementToRenew {
  readonly id: string;
  readonly reference: string;
  readonly document: StoredDocument;
}

/** Writes the words by which agreements and commitments are found. */
@Injectable()
export class SearchRepository {
  /** Renews one page of an organisation's agreements; answers the last id of it, null when none is left. */
  async renewPage(
    tx: EntityManager,
    organisationId: string,
    after: string | null,
    limit: number,
  ): Promise<string | null> {
    const rows = await tx.query<AgreementToRenew[]>(
      `SELECT a.id, a.reference, v.document
         FROM agreement a JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.version_number
        WHERE EXISTS (SELECT 1 FROM party p WHERE p.agreement_id = a.id AND p.organisation_id = $1)
          AND ($2::uuid IS NULL OR a.id > $2)
        ORDER BY a.id LIMIT $3 FOR NO KEY UPDATE OF a`,
      [organisationId, after, limit],
    );
    const agreements: object[] = [];
    const commitments: object[] = [];
    for (const { id, reference, document } of rows) {
      const words = await searchSourceOf(tx, reference, document);
      agreements.push({ id, words });
      commitments.push(
        ...document.commitments.map((one) => ({ id: one.id, words: `${wordsOf(one.title)} ${words}` })),
      );
    }
    await this.write(tx, 'agreement', agreements);
    await this.write(tx, 'commitment', commitments);
    return rows.at(-1)?.id ?? null;
  }

  private async write(
    tx: EntityManager,
    table: 'agreement' | 'commitment',
    rows: readonly object[],
  ): Promise<void> {
    await tx.query(
      `UPDATE ${table} SET search_source = renewed.words
         FROM jsonb_to_recordset($1::jsonb) AS renewed (id uuid, words text) WHERE ${table}.id = renewed.id`,
      [JSON.stringify(rows)],
    );
  }
}
