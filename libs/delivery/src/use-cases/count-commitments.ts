import { Injectable } from '@nestjs/common';
import { AgreementsInScope, ReadAsOf } from '@app/agreements';
import { type CalendarDate, FieldsRefused, type LocalizedText } from '@app/kernel';
import { WITHOUT_VALUE } from '@app/platform';
import { CountryProfile } from '@app/reference';
import {
  COMMITMENT_FACETS,
  type CommitmentFacetCode,
  type CommitmentQuestion,
  readCommitmentFilter,
} from '../domain/commitment-filter';
import { DELIVERY_STATUS_NAMES, type DeliveryStatus } from '../domain/derive-status';
import { CommitmentFacetsRepository } from '../persistence/commitment-facets.repository';
import { ReferenceCodesRepository } from '../persistence/reference-codes.repository';

/** How many commitments have each value of one facet, and what the value is called where it is not a code of ours. */
export interface NamedCommitmentFacet {
  readonly code: CommitmentFacetCode;
  readonly values: readonly {
    /** What the filter takes; `none` where there is no value. */
    readonly value: string;
    readonly count: number;
    readonly names: LocalizedText | null;
  }[];
  readonly others: number;
}

/**
 * Counts commitments by what their list can be narrowed to next, each facet as if nothing of it were chosen.
 * @throws FieldsRefused as the list is refused
 */
@Injectable()
export class CountCommitments {
  constructor(
    private readonly counts: CommitmentFacetsRepository,
    private readonly codes: ReferenceCodesRepository,
    private readonly profile: CountryProfile,
    private readonly inScope: AgreementsInScope,
    private readonly readAsOf: ReadAsOf,
  ) {}

  /** @param asOf the day at whose end it looks at the register; null for the present. */
  async execute(
    question: CommitmentQuestion,
    asOf: CalendarDate | null,
  ): Promise<{ readonly total: number; readonly facets: readonly NamedCommitmentFacet[] }> {
    const filter = readCommitmentFilter(question);
    const unknown = await this.codes.findUnknown(filter);
    if (unknown.length > 0) throw new FieldsRefused(unknown);
    return this.readAsOf.execute(asOf, async (day) => {
      const { total, facets } = await this.counts.count(filter, {
        today: day,
        synonyms: this.profile.searchSynonyms,
        scope: this.inScope.conditions,
      });
      const valuesOf = (code: CommitmentFacetCode) =>
        (facets.find((facet) => facet.code === code)?.values ?? [])
          .map(({ value }) => value)
          .filter((value) => value !== WITHOUT_VALUE);
      const names = await this.counts.names({ region: valuesOf('region'), sector: valuesOf('sector') });
      const nameOf = (code: CommitmentFacetCode, value: string): LocalizedText | null =>
        code === 'status'
          ? DELIVERY_STATUS_NAMES[value as DeliveryStatus]
          : (names.get(`${code} ${value}`) ?? null);
      return {
        total,
        facets: facets.map(({ code, values, others }) => ({
          code,
          others,
          values: values.map((one) => ({ ...one, names: nameOf(code, one.value) })),
        })),
      };
    });
  }
}

export { COMMITMENT_FACETS, type CommitmentFacetCode };
