import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';
import type { StoredDocument } from '../domain/stored-document';
import { wordsOf } from '../persistence/project-document';
import { searchSourceOf } from '../persistence/search-source';

/** Renews the words by which the agreements of an organisation are found, after its names changed. */
@Injectable()
export class RefreshSearch {
  constructor(private readonly transactions: Transactions) {}

  async execute(organisationId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const rows = await tx.query<{ id: string; reference: string; document: StoredDocument }[]>(
        `SELECT a.id, a.reference, v.document
           FROM agreement a JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.version_number
          WHERE EXISTS (SELECT 1 FROM party p WHERE p.agreement_id = a.id AND p.organisation_id = $1)
          ORDER BY a.id FOR UPDATE OF a`,
        [organisationId],
      );
      for (const { id, reference, document } of rows) {
        const source = await searchSourceOf(tx, reference, document);
        await tx.query('UPDATE agreement SET search_source = $2 WHERE id = $1', [id, source]);
        for (const commitment of document.commitments) {
          await tx.query('UPDATE commitment SET search_source = $2 WHERE id = $1', [
            commitment.id,
            `${wordsOf(commitment.title)} ${source}`,
          ]);
        }
      }
    });
  }
}
