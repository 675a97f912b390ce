import { Injectable } from '@nestjs/common';
import { PUBLISHED_AGREEMENTS } from '@app/agreements';
import {
  AddUpPromises,
  type AddedUpPromises,
  type GroupedTotal,
  type Grouping,
  type PromisedTotal,
} from '@app/delivery';
import type { CalendarDate } from '@app/kernel';
import { BusinessCalendar, ListSectors } from '@app/reference';
import { type PublicQuestion, statusesAskedFor } from '../domain/public-question';
import { PUBLIC_STATUSES, type PublicStatus, publicCases } from '../domain/public-status';
import {
  type ByLevel,
  type PublicCoverage,
  type PublicFigure,
  type PublicGroup,
  type PublicPlaceGroup,
  type PublicSectorGroup,
  type PublicSum,
  type PublicSummary,
  type PublicTotal,
  type PublicYearGroup,
  agreementsOf,
  countOf,
  listedOf,
  sumOf,
} from '../domain/public-summary';
import { ListPublicAgreements } from './list-public-agreements';
import { PublicSelection } from './public-selection';

const GROUPINGS = ['year', 'place', 'sector'] as const satisfies readonly Grouping[];

/** The time line runs to this year whatever is promised. */
const LAST_YEAR_OF_LINE = 2030;

type AddedUp = AddedUpPromises<PublicStatus>;

/**
 * Adds up what published agreements promise, by the rules of all totals. Every number says what it means and leads to
 * the rows behind it.
 * @throws FieldsRefused
 */
@Injectable()
export class SummarisePublicRegister {
  constructor(
    private readonly selection: PublicSelection,
    private readonly addUp: AddUpPromises,
    private readonly agreements: ListPublicAgreements,
    private readonly sectors: ListSectors,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(question: PublicQuestion): Promise<PublicSummary> {
    const today = this.calendar.today();
    const { agreement, promise } = await this.selection.execute(question, today);
    const cases = publicCases(today);
    const asked = statusesAskedFor(question.status) ?? PUBLIC_STATUSES;
    const added = await this.addUp.execute({
      scope: PUBLISHED_AGREEMENTS,
      narrowed: [...agreement, ...promise],
      groupings: GROUPINGS,
      statuses: new Map(asked.map((status) => [status, cases[status]])),
    });
    return {
      asOf: today,
      definition: 'total.promised',
      agreements: listedOf(await this.agreements.count(question), 'number.agreements', question),
      coverage: coverageOf(added, question),
      promised: byLevel(ofGroup(added.totals, 'all').map(({ total }) => totalOf(total, question))),
      statuses: asked.map((status) => ({
        status,
        commitments: countOf(added.statuses.get(status) ?? 0, `status.${status}`, { ...question, status }),
      })),
      byRegion: byRegion(added, question),
      bySector: bySector(added, question, await this.namedSectors()),
      byDeadlineYear: byYear(added, question, today),
      countedElsewhere: added.countedElsewhere.map(({ axes, decidedBy: _, ...one }) => ({
        ...one,
        unit: axes.unit,
      })),
    };
  }

  private async namedSectors() {
    const { items } = await this.sectors.execute({ limit: 1000, cursor: null, exactCount: false });
    return items.map(({ code, names }) => ({ code, names }));
  }
}

function coverageOf({ coverage }: AddedUp, question: PublicQuestion): PublicCoverage {
  const part = (value: number, counting: string): PublicFigure =>
    countOf(value, `counting.${counting}`, { ...question, counting });
  return {
    commitments: countOf(coverage.commitments, 'number.commitments', question),
    counted: part(coverage.counted, 'counted'),
    withoutValue: part(coverage.withoutValue, 'without_value'),
    withoutFigure: part(coverage.withoutFigure, 'without_figure'),
    countedElsewhere: part(coverage.countedElsewhere, 'counted_elsewhere'),
    noLongerPromised: part(coverage.noLongerPromised, 'no_longer_promised'),
    cancelledOrWaived: part(coverage.cancelledOrWaived, 'cancelled_or_waived'),
  };
}

function ofGroup(totals: readonly GroupedTotal[], group: GroupedTotal['group']): GroupedTotal[] {
  return totals.filter((one) => one.group === group);
}

function byLevel<Sum extends PublicSum>(sums: readonly Sum[]): ByLevel<Sum> {
  const of = (level: string) => sums.filter((one) => one.level === level);
  return { firm: of('firm'), programme: of('programme'), capacity: of('capacity') };
}

function sumsOf(
  { kind, axes, total, commitments, withoutValue }: PromisedTotal,
  question: PublicQuestion,
): PublicSum {
  const { unit, relation, stability, basis, level } = axes;
  const same = { kind, unit, relation, stability, basis, level };
  const counted = { ...question, ...same, counting: 'counted' };
  return {
    ...same,
    total: sumOf({ value: total, among: commitments }, `total.${level}`, counted),
    commitments: countOf(commitments, 'counting.counted', counted),
    withoutValue: countOf(withoutValue, 'counting.without_value', {
      ...counted,
      counting: 'without_value',
    }),
  };
}

function totalOf(promised: PromisedTotal, question: PublicQuestion): PublicTotal {
  const { kind, unit, relation, stability, basis, level, ...sums } = sumsOf(promised, question);
  const axes = { kind, unit, relation, stability, basis, level };
  const counted = { ...question, ...axes, counting: 'counted' };
  const unsigned = { ...counted, notYetSigned: true };
  const { total, commitments } = promised.notYetSigned;
  const notYetSigned = 'total.not_yet_signed';
  return {
    ...axes,
    ...sums,
    agreements: agreementsOf(promised.agreements, 'number.agreements_of_commitments', counted),
    notYetSigned: {
      total: sumOf({ value: total, among: commitments }, notYetSigned, unsigned),
      commitments: countOf(commitments, notYetSigned, unsigned),
    },
    qualifiers: Object.entries(promised.qualifiers).map(([qualifier, value]) => ({
      qualifier,
      commitments: countOf(value, `qualifier.${qualifier}`, { ...counted, qualifier }),
    })),
  };
}

type GroupKey = 'year' | 'place' | 'sector';

/** A group with its promises; what the register does not hold is no zero. */
function groupOf(
  added: AddedUp,
  by: GroupKey,
  key: string | number | null,
  question: PublicQuestion,
): PublicGroup {
  const count = added.counts.find((one) => one.group === by && one[by] === key);
  return {
    recorded: count !== undefined,
    commitments: countOf(count?.commitments ?? 0, 'number.commitments', question),
    agreements: agreementsOf(count?.agreements ?? 0, 'number.agreements_of_commitments', question),
    promised: byLevel(
      ofGroup(added.totals, by).flatMap((one) => (one[by] === key ? [sumsOf(one.total, question)] : [])),
    ),
  };
}

/** Every region in the order of its code, with or without promises, then the groups that are no region. */
function byRegion(added: AddedUp, question: PublicQuestion): PublicPlaceGroup[] {
  const group = (placeGroup: string) => groupOf(added, 'place', placeGroup, { ...question, placeGroup });
  const regions = [...added.regions].map(([code, names]): PublicPlaceGroup => ({
    place: 'region',
    code,
    names,
    ...group(code),
  }));
  const others = (['several_regions', 'nationwide', 'not_stated'] as const).map(
    (place): PublicPlaceGroup => ({
      place,
      code: null,
      names: null,
      ...group(place),
    }),
  );
  return [...regions, ...others];
}

/** The same of sectors; a promise of several sectors is not split among them. */
function bySector(
  added: AddedUp,
  question: PublicQuestion,
  sectors: readonly Pick<PublicSectorGroup, 'code' | 'names'>[],
): PublicSectorGroup[] {
  const group = (sectorGroup: string) => groupOf(added, 'sector', sectorGroup, { ...question, sectorGroup });
  const named = sectors.map(({ code, names }): PublicSectorGroup => ({
    sector: 'sector',
    code,
    names,
    ...group(code ?? ''),
  }));
  const others = (['several_sectors', 'not_stated'] as const).map((sector): PublicSectorGroup => ({
    sector,
    code: null,
    names: null,
    ...group(sector),
  }));
  return [...named, ...others];
}

/** Every year from this one to the end of the line and every other with a promise, then those without a deadline. */
function byYear(added: AddedUp, question: PublicQuestion, today: CalendarDate): PublicYearGroup[] {
  const group = (year: number | null): PublicYearGroup => ({
    year,
    ...groupOf(added, 'year', year, { ...question, year: year === null ? 'none' : String(year) }),
  });
  if (question.year) return [group(question.year === 'none' ? null : Number(question.year))];
  const years = new Set(
    added.counts.flatMap((one) => (one.group === 'year' && one.year !== null ? [one.year] : [])),
  );
  for (let year = Number(today.slice(0, 4)); year <= LAST_YEAR_OF_LINE; year += 1) years.add(year);
  return [...[...years].sort((a, b) => a - b).map(group), group(null)];
}
