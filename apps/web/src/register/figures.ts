import type { components } from '../../.generated/schema';
import type { RowsQuestion } from './question';

type Schemas = components['schemas'];
export type Summary = Schemas['PublicSummaryResponse'];
export type Figure = Schemas['PublicFigureResponse'];
export type Total = Schemas['PublicTotalResponse'];
type Sum = Schemas['PublicSumResponse'];
type Sums = Schemas['PublicSumsResponse'];

/** What makes figures of one kind: they add up with each other and with no others. */
export type Axes = Pick<Total, 'kind' | 'unit' | 'relation' | 'stability' | 'basis' | 'level'>;

export const LEVELS = ['firm', 'programme', 'capacity'] as const;

/** What the first page shows of the totals. */
export interface Headlines {
  readonly agreements: Figure;
  readonly commitments: Figure;
  readonly counted: Figure;
  readonly firm: readonly Total[];
}

/** The small part of the totals that the first page shows: firm promises that add up, jobs before the others. */
export function headlinesOf({ agreements, coverage, promised }: Summary): Headlines {
  return {
    agreements,
    commitments: coverage.commitments,
    counted: coverage.counted,
    firm: jobsFirst(promised.firm.filter(({ total }) => total.value !== null)),
  };
}

/** Totals of jobs before the others, the greatest first; the others as they come. */
export function jobsFirst(totals: readonly Total[]): Total[] {
  const jobs = totals.filter(({ unit }) => unit === 'jobs');
  const others = totals.filter(({ unit }) => unit !== 'jobs');
  return [...jobs.sort((a, b) => (b.total.value ?? 0) - (a.total.value ?? 0)), ...others];
}

/** The name of a kind of figure in addresses. */
export function figureKey({ kind, unit, relation, stability, basis, level }: Axes): string {
  return [kind, unit, relation, stability, basis, level].join('.');
}

/** All totals of some promises, level after level. */
export function allTotals(totals: Sums): Sum[] {
  return LEVELS.flatMap((level) => totals[level]);
}

/** A group with its totals by the names of their kinds, and without what a table of groups does not show. */
type Shown<Group extends { promised: Sums }> = Omit<Group, 'promised'> & {
  readonly figures: Readonly<Record<string, Figure>>;
};

/** The totals as their page shows them. */
export interface ShownSummary extends Omit<Summary, 'byRegion' | 'bySector' | 'byDeadlineYear'> {
  readonly byRegion: readonly Shown<Summary['byRegion'][number]>[];
  readonly bySector: readonly Shown<Summary['bySector'][number]>[];
  readonly byDeadlineYear: readonly Shown<Summary['byDeadlineYear'][number]>[];
}

/** Leaves out what the page does not show: it is the greater part, and the page is sent to slow telephones. */
export function shownOf(summary: Summary): ShownSummary {
  const { byRegion, bySector, byDeadlineYear } = summary;
  return {
    ...summary,
    byRegion: byRegion.map(withFigures),
    bySector: bySector.map(withFigures),
    byDeadlineYear: byDeadlineYear.map(withFigures),
  };
}

function withFigures<Group extends { promised: Sums }>({ promised, ...group }: Group): Shown<Group> {
  const figures = allTotals(promised).map((total) => [figureKey(total), total.total] as const);
  return { ...group, figures: Object.fromEntries(figures) };
}

/** The numbers that the same rows make up: the sum of their figures, how many they are, in how many agreements. */
export type FoundFigures = Partial<Record<Figure['measure'], Figure>>;

/** Finds the numbers of the totals that lead to exactly the rows that are asked for, whatever part they stand in. */
export function findFigures(summary: Summary, question: RowsQuestion): FoundFigures {
  const wanted = canonical(Object.entries(question).map(([name, value]) => [name, String(value)]));
  const found: FoundFigures = {};
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isFigure(node)) {
      const { pathname, searchParams } = new URL(node.rows, 'http://register.invalid');
      if (pathname.endsWith('/commitments') && canonical([...searchParams]) === wanted)
        found[node.measure] ??= node;
    } else Object.values(node).forEach(look);
  };
  // What has a definition of its own before what is counted among everything.
  look([summary.statuses, summary]);
  return found;
}

function isFigure(node: object): node is Figure {
  return 'rows' in node && 'measure' in node;
}

/** Order and page of rows do not change which they are. */
function canonical(parts: readonly (readonly [string, string])[]): string {
  return parts
    .filter(([name]) => name !== 'sort' && name !== 'cursor')
    .map((part) => part.join('='))
    .sort()
    .join('&');
}
