import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { CountryProfile } from '@app/reference';
import { WITHOUT_VALUE } from '@app/platform';
import { AgreementFacetsRepository } from '../persistence/agreement-facets.repository';
import {
  AGREEMENT_FACETS,
  type AgreementFacetCode,
  type AgreementFilter,
} from '../persistence/agreement-filter';
import { AgreementsInScope } from './agreements-in-scope';
import { ReadAsOf } from './read-as-of';

/** How many agreements have a value, with what it is called where it is a record's. */
export interface NamedFacetValue {
  /** What the filter takes; `none` where there is no value. */
  readonly value: string;
  readonly count: number;
  readonly names: LocalizedText | null;
}

export interface NamedFacet {
  readonly code: AgreementFacetCode;
  readonly values: readonly NamedFacetValue[];
  readonly others: number;
}

export interface CountedAgreements {
  readonly total: number;
  readonly facets: readonly NamedFacet[];
}

/** Counts agreements by what a list can be narrowed to next, each facet as if nothing of it were chosen. */
@Injectable()
export class CountAgreements {
  constructor(
    private readonly counts: AgreementFacetsRepository,
    private readonly profile: CountryProfile,
    private readonly inScope: AgreementsInScope,
    private readonly readAsOf: ReadAsOf,
  ) {}

  /** @param asOf the day at whose end it looks at the register; null for the present. */
  execute(filter: AgreementFilter, asOf: CalendarDate | null): Promise<CountedAgreements> {
    return this.readAsOf.execute(asOf, async () => {
      const { searchSynonyms } = this.profile;
      const { total, facets } = await this.counts.count(filter, searchSynonyms, this.inScope.conditions);
      const valuesOf = (code: AgreementFacetCode) =>
        (facets.find((facet) => facet.code === code)?.values ?? [])
          .map(({ value }) => value)
          .filter((value) => value !== WITHOUT_VALUE);
      const names = await this.counts.names({
        region: valuesOf('region'),
        sector: valuesOf('sector'),
        event: valuesOf('event'),
        owner: valuesOf('owner'),
      });
      return {
        total,
        facets: facets.map(({ code, values, others }) => ({
          code,
          others,
          values: values.map((one) => ({ ...one, names: names.get(`${code} ${one.value}`) ?? null })),
        })),
      };
    });
  }
}

export { AGREEMENT_FACETS, type AgreementFacetCode };
