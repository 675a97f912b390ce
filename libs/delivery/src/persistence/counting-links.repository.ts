import { Injectable } from '@nestjs/common';
import { Condition, Transactions, joinConditions } from '@app/platform';
import type { Figure, PromiseLink, UncountedFigure } from '../domain/count-once';
import type { InstrumentLink } from '../domain/linked-instruments';
import { NO_LONGER_PROMISED } from './decision.sql';
import { NOT_YET_SIGNED } from './standing.sql';

type LinkOfInstruments = InstrumentLink & { readonly id: string; readonly kind: string };
type LinkOfPromises = PromiseLink & { readonly fromAgreementId: string; readonly toAgreementId: string };

/** The links that say which figures count once. */
export interface CountingLinks {
  readonly instruments: readonly LinkOfInstruments[];
  readonly promises: readonly LinkOfPromises[];
}

/** Reads which instruments and promises are linked; what was withdrawn links nothing. */
@Injectable()
export class CountingLinksRepository {
  constructor(private readonly transactions: Transactions) {}

  /** All links between instruments in scope: to a reader, one they do not see counts nothing. */
  async read(scope: readonly Condition[]): Promise<CountingLinks> {
    const ends = (['from_agreement_id', 'to_agreement_id'] as const).flatMap((end) =>
      scope.map(({ sql, values }) => ({
        sql: `l.${end} IN (SELECT a.id FROM agreement a WHERE ${sql})`,
        values,
      })),
    );
    const { where, values } = joinConditions([{ sql: 'l.withdrawn_on IS NULL', values: [] }, ...ends]);
    const db = this.transactions.reader;
    const instruments = await db.query<LinkOfInstruments[]>(
      `SELECT l.id, l.kind, l.from_agreement_id AS "fromAgreementId", l.to_agreement_id AS "toAgreementId"
         FROM agreement_link l ${where} ORDER BY l.from_agreement_id, l.to_agreement_id, l.id`,
      values,
    );
    const promises = await db.query<LinkOfPromises[]>(
      `SELECT l.id, l.kind, l.from_commitment_id AS "fromCommitmentId", l.to_commitment_id AS "toCommitmentId",
              l.from_agreement_id AS "fromAgreementId", l.to_agreement_id AS "toAgreementId"
         FROM promise_link l ${where} ORDER BY l.id`,
      values,
    );
    return { instruments, promises };
  }

  /** The figures of the instruments whose promises are linked, and of those that count in their place. */
  figures(promises: readonly LinkOfPromises[], ofFamilies: readonly UncountedFigure[]): Promise<Figure[]> {
    const linked = new Set(promises.flatMap((link) => [link.fromCommitmentId, link.toCommitmentId]));
    const agreements = new Set([
      ...promises.flatMap((link) => [link.fromAgreementId, link.toAgreementId]),
      ...ofFamilies.filter(({ commitmentId }) => linked.has(commitmentId)).map(({ countedIn }) => countedIn),
    ]);
    return this.transactions.reader.query<Figure[]>(
      `SELECT c.id AS "commitmentId", c.agreement_id AS "agreementId", c.value IS NOT NULL AS "hasValue",
              concat_ws('|', c.kind, c.unit, c.relation, c.stability, c.basis, c.level) AS axes,
              row_number() OVER (ORDER BY ${NOT_YET_SIGNED},
                a.signed_last_day DESC NULLS LAST, a.recorded_at DESC, a.id DESC, c.rank)::int AS rank
         FROM commitment c JOIN agreement a ON a.id = c.agreement_id
        WHERE c.agreement_id = ANY ($1::uuid[]) AND c.unit IS NOT NULL AND NOT ${NO_LONGER_PROMISED}`,
      [[...agreements]],
    );
  }
}
