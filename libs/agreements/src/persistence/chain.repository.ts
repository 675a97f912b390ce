import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Condition, Transactions, joinConditions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { DirectedLink } from '../domain/instrument-chain';
import type { LinkKind, PromiseLinkKind } from '../domain/link-kinds';

/** One instrument of a chain. */
export interface ChainedInstrument {
  readonly id: string;
  readonly reference: string;
  readonly title: LocalizedText;
  readonly instrumentType: string;
  readonly legalState: string;
  readonly signedStated: string | null;
}

export interface ChainLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly fromAgreementId: string;
  readonly toAgreementId: string;
  readonly note: string | null;
  readonly recordedBy: string | null;
  readonly recordedOn: CalendarDate | null;
}

/** Two promises of instruments that somebody linked. */
export interface ChainedPromises {
  readonly id: string;
  readonly kind: PromiseLinkKind;
  readonly fromAgreementId: string;
  readonly fromCommitmentId: string;
  readonly toAgreementId: string;
  readonly toCommitmentId: string;
}

/** Spells "link" in ASCII: links are recorded one at a time, so that two together make no circle. */
const LINK_LOCK = 0x6c696e6b;

/** Longest chain that is answered. */
export const MOST_CHAINED = 200;

/** Reads what is linked, directly or through others; what was withdrawn links nothing. */
@Injectable()
export class ChainRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The instruments connected with one, itself included, the one signed first before the others. One out of scope is
   * left out, and so is what only it connects.
   */
  instruments(agreementId: string, scope: readonly Condition[]): Promise<ChainedInstrument[]> {
    const { where, values } = joinConditions([...scope]);
    const visible = where === '' ? 'true' : where.replace(/^WHERE /, '');
    values.push(agreementId, MOST_CHAINED + 1);
    const [id, limit] = [values.length - 1, values.length];
    return this.transactions.reader.query<ChainedInstrument[]>(
      `WITH RECURSIVE reached (id) AS (
         SELECT a.id FROM agreement a WHERE a.id = $${id} AND (${visible})
         UNION
         SELECT a.id FROM reached r
          CROSS JOIN LATERAL (
            SELECT to_agreement_id AS id FROM agreement_link
             WHERE from_agreement_id = r.id AND withdrawn_on IS NULL
            UNION ALL
            SELECT from_agreement_id FROM agreement_link WHERE to_agreement_id = r.id AND withdrawn_on IS NULL
          ) AS next
           JOIN agreement a ON a.id = next.id
          WHERE (${visible})
       )
       SELECT a.id, a.reference, a.instrument_type AS "instrumentType", a.legal_state AS "legalState",
              a.signed_stated AS "signedStated",
              jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en) AS title
         FROM (SELECT id FROM reached LIMIT $${limit}) AS found JOIN agreement a ON a.id = found.id
        ORDER BY a.signed_last_day NULLS LAST, a.reference`,
      values,
    );
  }

  /** The links among some instruments. */
  links(ids: readonly string[]): Promise<ChainLink[]> {
    return this.transactions.reader.query<ChainLink[]>(
      `SELECT id, kind, from_agreement_id AS "fromAgreementId", to_agreement_id AS "toAgreementId", note,
              recorded_by AS "recordedBy", recorded_on AS "recordedOn"
         FROM agreement_link
        WHERE from_agreement_id = ANY ($1::uuid[]) AND to_agreement_id = ANY ($1::uuid[]) AND withdrawn_on IS NULL
        ORDER BY id`,
      [ids],
    );
  }

  /** The promises of some instruments that are linked with another that the reader sees. */
  promises(ids: readonly string[], scope: readonly Condition[]): Promise<ChainedPromises[]> {
    const ends = (['from_agreement_id', 'to_agreement_id'] as const).flatMap((end) =>
      scope.map(({ sql, values }) => ({
        sql: `l.${end} IN (SELECT a.id FROM agreement a WHERE ${sql})`,
        values,
      })),
    );
    const { where, values } = joinConditions([
      {
        sql: 'l.withdrawn_on IS NULL AND (l.from_agreement_id = ANY (?::uuid[]) OR l.to_agreement_id = ANY (?::uuid[]))',
        values: [ids, ids],
      },
      ...ends,
    ]);
    return this.transactions.reader.query<ChainedPromises[]>(
      `SELECT l.id, l.kind, l.from_agreement_id AS "fromAgreementId", l.from_commitment_id AS "fromCommitmentId",
              l.to_agreement_id AS "toAgreementId", l.to_commitment_id AS "toCommitmentId"
         FROM promise_link l ${where} ORDER BY l.id`,
      values,
    );
  }

  /** Until the transaction ends nobody else records a link. */
  async lockLinks(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LINK_LOCK]);
  }

  /** What follows from an instrument, over every kind of link but the one that says nothing of an order. */
  following(tx: EntityManager, agreementId: string): Promise<DirectedLink[]> {
    return tx.query<DirectedLink[]>(
      `WITH RECURSIVE following (from_id, to_id) AS (
         SELECT from_agreement_id, to_agreement_id FROM agreement_link
          WHERE from_agreement_id = $1 AND kind <> 'same_project' AND withdrawn_on IS NULL
         UNION
         SELECT l.from_agreement_id, l.to_agreement_id FROM following f
           JOIN agreement_link l ON l.from_agreement_id = f.to_id
          WHERE l.kind <> 'same_project' AND l.withdrawn_on IS NULL
       ) SELECT from_id AS "from", to_id AS "to" FROM following`,
      [agreementId],
    );
  }

  /** Of what a promise is a part, and of what that is. */
  wholes(tx: EntityManager, commitmentId: string): Promise<DirectedLink[]> {
    return tx.query<DirectedLink[]>(
      `WITH RECURSIVE whole (from_id, to_id) AS (
         SELECT from_commitment_id, to_commitment_id FROM promise_link
          WHERE from_commitment_id = $1 AND kind = 'part_of' AND withdrawn_on IS NULL
         UNION
         SELECT l.from_commitment_id, l.to_commitment_id FROM whole w
           JOIN promise_link l ON l.from_commitment_id = w.to_id
          WHERE l.kind = 'part_of' AND l.withdrawn_on IS NULL
       ) SELECT from_id AS "from", to_id AS "to" FROM whole`,
      [commitmentId],
    );
  }

  /** The agreement of each commitment that exists. */
  async agreementsOf(
    tx: EntityManager,
    commitmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; agreement_id: string }[]>(
      'SELECT id, agreement_id FROM commitment WHERE id = ANY ($1::uuid[])',
      [commitmentIds],
    );
    return new Map(rows.map((row) => [row.id, row.agreement_id]));
  }
}
