import { Injectable } from '@nestjs/common';
import { AgreementsInScope, ReadAsOf } from '@app/agreements';
import { CalendarDate, FieldsRefused, LocalizedText } from '@app/kernel';
import { DELIVERY_STATUSES, DELIVERY_STATUS_NAMES } from '../domain/derive-status';
import {
  PROMISED_DEFINITION,
  PlaceGroup,
  PromisedInPlace,
  PromisedInYear,
  PromisedSummary,
  SummaryFilter,
  byLevel,
} from '../domain/promised-summary';
import { GroupedTotal, PromisedSummaryRepository } from '../persistence/promised-summary.repository';
import { ReferenceCodesRepository } from '../persistence/reference-codes.repository';
import { decidedBy } from './deciding-links';
import { UncountedFigures } from './uncounted-figures';

/**
 * Adds up what was promised: figures whose axes agree, firm promises, programmes and capacities apart, linked
 * instruments once: figures add only when their axes agree. Whoever sees a part of the register gets the totals of it.
 * @throws FieldsRefused naming a region or sector that is not known, and for a day that is still to come.
 */
@Injectable()
export class SummarisePromises {
  constructor(
    private readonly summary: PromisedSummaryRepository,
    private readonly uncountedFigures: UncountedFigures,
    private readonly codes: ReferenceCodesRepository,
    private readonly inScope: AgreementsInScope,
    private readonly readAsOf: ReadAsOf,
  ) {}

  /** @param asOf the day at whose end it looks at the register; null for the present. */
  async execute(filter: SummaryFilter, asOf: CalendarDate | null = null): Promise<PromisedSummary> {
    const unknown = await this.codes.findUnknown({
      regions: filter.region === null ? [] : [filter.region],
      sectors: filter.sector === null ? [] : [filter.sector],
    });
    if (unknown.length > 0) throw new FieldsRefused(unknown);
    return this.readAsOf.execute(asOf, (day) => this.summarise(filter, day));
  }

  private async summarise(filter: SummaryFilter, asOf: CalendarDate): Promise<PromisedSummary> {
    const question = { filter, scope: this.inScope.conditions };
    const { links, uncounted } = await this.uncountedFigures.find(question.scope);
    const totals = await this.summary.totals(question, uncounted);
    const statuses = await this.summary.statuses(question, asOf);
    return {
      asOf,
      definition: PROMISED_DEFINITION,
      coverage: await this.summary.coverage(question, uncounted),
      promised: byLevel(totals.filter(({ group }) => group === 'all').map(({ total }) => total)),
      byDeadlineYear: inYears(totals),
      byRegion: inPlaces(totals, await this.summary.regions()),
      statuses: DELIVERY_STATUSES.map((status) => ({
        status,
        names: DELIVERY_STATUS_NAMES[status],
        commitments: statuses.get(status) ?? 0,
      })),
      countedElsewhere: await this.summary.describeUncounted(question, uncounted, (figure) =>
        decidedBy(links, figure),
      ),
    };
  }
}

function inYears(totals: readonly GroupedTotal[]): PromisedInYear[] {
  const ofYears = totals.filter(({ group }) => group === 'year');
  const years = [...new Set(ofYears.map(({ year }) => year))];
  years.sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return years.map((year) => ({
    year,
    promised: byLevel(ofYears.filter((one) => one.year === year).map(({ total }) => total)),
  }));
}

/** Every region in the order of its code, with or without promises, then the three groups that are no region. */
function inPlaces(
  totals: readonly GroupedTotal[],
  regions: ReadonlyMap<string, LocalizedText>,
): PromisedInPlace[] {
  const ofPlaces = totals.filter(({ group }) => group === 'place');
  const promisedIn = (place: string) =>
    byLevel(ofPlaces.filter((one) => one.place === place).map(({ total }) => total));
  const apart = ['several_regions', 'nationwide', 'not_stated'] as const satisfies readonly PlaceGroup[];
  return [
    ...[...regions].map(([code, names]) => ({
      place: 'region' as const,
      region: { code, names },
      promised: promisedIn(code),
    })),
    ...apart.map((place) => ({ place, region: null, promised: promisedIn(place) })),
  ];
}
