import type { Nature, PromisedAs } from './indicator';

/** Firm promises that add up, as delivery adds them: of one relation, stability and basis. */
export interface FirmSum {
  readonly relation: string;
  readonly stability: string;
  readonly basis: string;
  readonly total: number;
  readonly commitments: number;
  /** The year of the last day; null without a deadline. */
  readonly year: number | null;
}

/** Why a sum of promises has no share: it is counted from something else, or nothing is missing or known. */
export const SHARE_ABSENCES = ['counted_otherwise', 'no_distance'] as const;
export type ShareAbsence = (typeof SHARE_ABSENCES)[number];

/** Of how much a number is a part; printed with it wherever it is shown. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
}

/** A line of firm promises beside a national figure. Lines are never added to each other, nor programmes to them. */
export interface FirmLine {
  readonly relation: string;
  readonly stability: string;
  readonly basis: string;
  /** In the indicator's unit, whatever the deadline. */
  readonly total: number;
  readonly commitments: number;
  /** The part that is due by the end of the target's year. */
  readonly dueByTarget: { readonly total: number; readonly commitments: number };
  /** Of what is still missing to the target. */
  readonly share: Share | null;
  readonly shareAbsence: ShareAbsence | null;
}

/** What is added to a stock is counted in these; a headcount holds today's staff, and a site may stand empty. */
const ADDED: readonly string[] = ['new', 'additional', 'not_stated'];
const DECIMALS = 6;

/**
 * The firm promises beside a course to a target, one line for each set of axes, with the share of what is missing
 * that they make if they are kept in time. Part of them may already be in the last observation: they count from
 * their signature, and the definition says so.
 * @param remaining what is missing to the target, in the indicator's unit; null where it is not known.
 */
export function firmLines(
  sums: readonly FirmSum[],
  { perUnit }: Pick<PromisedAs, 'perUnit'>,
  target: { readonly nature: Nature; readonly year: number; readonly remaining: number | null },
): FirmLine[] {
  const groups = new Map<string, FirmSum[]>();
  for (const sum of sums) {
    const key = [sum.relation, sum.stability, sum.basis].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), sum]);
  }
  const added = (parts: readonly FirmSum[]) => ({
    total: exact(parts.reduce((sum, { total }) => sum + total, 0) / perUnit),
    commitments: parts.reduce((sum, { commitments }) => sum + commitments, 0),
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { relation, stability, basis } = first;
    const dueByTarget = added(group.filter(({ year }) => year !== null && year <= target.year));
    const share = shareOf(dueByTarget.total, basis, target);
    return [
      {
        ...{ relation, stability, basis, ...added(group), dueByTarget },
        share: typeof share === 'string' ? null : share,
        shareAbsence: typeof share === 'string' ? share : null,
      },
    ];
  });
}

function shareOf(
  numerator: number,
  basis: string,
  { nature, remaining }: { readonly nature: Nature; readonly remaining: number | null },
): Share | ShareAbsence {
  if (!ADDED.includes(basis) || nature === 'level') return 'counted_otherwise';
  if (remaining === null || remaining === 0) return 'no_distance';
  return { numerator, denominator: remaining, value: exact(numerator / remaining) };
}

function exact(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
