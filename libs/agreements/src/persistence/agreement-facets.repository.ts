import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { type CountedFacets, type SynonymGroups, Transactions, countFacets } from '@app/platform';
import {
  AGREEMENTS_TO_COUNT,
  type AgreementFacetCode,
  type AgreementFilter,
  conditionsBeside,
  facetsOf,
} from './agreement-filter';
import type { AgreementScope } from './visible-agreements';

interface NameRow {
  readonly facet: string;
  readonly value: string;
  readonly names: LocalizedText;
}

const NAMES = (of: string) =>
  `jsonb_build_object('ar', ${of}.name_ar, 'fr', ${of}.name_fr, 'en', ${of}.name_en)`;

/** Counts agreements by what they can be narrowed to. */
@Injectable()
export class AgreementFacetsRepository {
  constructor(private readonly transactions: Transactions) {}

  count(
    filter: AgreementFilter,
    synonyms: SynonymGroups,
    scope: AgreementScope,
  ): Promise<CountedFacets<AgreementFacetCode>> {
    return countFacets(
      this.transactions.reader,
      { id: 'a.id', from: AGREEMENTS_TO_COUNT, conditions: conditionsBeside(filter, synonyms, scope) },
      facetsOf(filter, scope),
    );
  }

  /** What the values are called that are codes or ids of records, by `facet value`. */
  async names(values: Readonly<Record<'region' | 'sector' | 'event' | 'owner', readonly string[]>>) {
    const rows = await this.transactions.reader.query<NameRow[]>(
      `SELECT 'region' AS facet, r.code AS value, ${NAMES('r')} AS names FROM region r WHERE r.code = ANY ($1)
       UNION ALL SELECT 'sector', s.code, ${NAMES('s')} FROM sector s WHERE s.code = ANY ($2)
       UNION ALL SELECT 'event', e.id::text, ${NAMES('e')} FROM signing_event e WHERE e.id = ANY ($3::uuid[])
       UNION ALL SELECT 'owner', p.id::text, ${NAMES('p')} FROM "position" p WHERE p.id = ANY ($4::uuid[])`,
      [values.region, values.sector, values.event, values.owner],
    );
    return new Map(rows.map(({ facet, value, names }) => [`${facet} ${value}`, names]));
  }
}
