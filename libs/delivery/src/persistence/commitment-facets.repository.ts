import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { type CountedFacets, Transactions, countFacets } from '@app/platform';
import type { CommitmentFacetCode, CommitmentFilter } from '../domain/commitment-filter';
import { COMMITMENTS, conditionsBeside, facetsOf } from './commitment-conditions';
import type { ListContext } from './commitment.repository';

interface NameRow {
  readonly facet: string;
  readonly value: string;
  readonly names: LocalizedText;
}

/** Counts commitments by what they can be narrowed to. */
@Injectable()
export class CommitmentFacetsRepository {
  constructor(private readonly transactions: Transactions) {}

  count(
    filter: CommitmentFilter,
    { today, synonyms, scope }: ListContext,
  ): Promise<CountedFacets<CommitmentFacetCode>> {
    return countFacets(
      this.transactions.reader,
      { id: 'c.id', from: COMMITMENTS, conditions: [...conditionsBeside(filter, synonyms), ...scope] },
      facetsOf(filter, today),
    );
  }

  /** What regions and sectors are called, by `facet code`. */
  async names(values: Readonly<Record<'region' | 'sector', readonly string[]>>) {
    const names = (table: 'region' | 'sector', parameter: string) =>
      `SELECT '${table}' AS facet, code AS value,
              jsonb_build_object('ar', name_ar, 'fr', name_fr, 'en', name_en) AS names
         FROM ${table} WHERE code = ANY (${parameter})`;
    const rows = await this.transactions.reader.query<NameRow[]>(
      `${names('region', '$1')} UNION ALL ${names('sector', '$2')}`,
      [values.region, values.sector],
    );
    return new Map(rows.map(({ facet, value, names: called }) => [`${facet} ${value}`, called]));
  }
}
