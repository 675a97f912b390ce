import type { components } from '../../../.generated/schema';

type Sent = components['schemas']['ReportedBreakdownResponse'];
export type Axis = Sent['by'];

/** A part as it is typed: null where its figure was not written yet. */
export interface TypedPart {
  readonly key: string;
  readonly value: number | null;
}

export interface TypedBreakdown {
  readonly by: Axis;
  /** Whether the parts are some of the total only. */
  readonly partial: boolean;
  readonly parts: readonly TypedPart[];
}

/** Parts that are the same for everybody; sites and regions are named row by row. */
export const FIXED_PARTS: Readonly<Record<Axis, readonly string[] | null>> = {
  site: null,
  region: null,
  sex: ['women', 'men', 'not_stated'],
  contract: [
    ...['permanent_kept_18_months', 'permanent', 'fixed_term', 'temporary_agency', 'apprenticeship'],
    ...['other', 'not_stated'],
  ],
  relation: ['direct', 'indirect', 'not_stated'],
};

/** By what a figure in this unit can be broken down: people alone have a sex and a contract. */
export function axesOf(unit: string | null): readonly Axis[] {
  return unit === 'jobs' ? ['site', 'region', 'sex', 'contract', 'relation'] : ['site', 'region'];
}

function isWritten({ key, value }: TypedPart): boolean {
  return key.trim() !== '' && value !== null;
}

/** What is sent: parts that were written, and breakdowns that have one. */
export function sentBreakdowns(breakdowns: readonly TypedBreakdown[]): Sent[] {
  return breakdowns.flatMap(({ by, partial, parts }) => {
    const written = parts.flatMap(({ key, value }) =>
      key.trim() === '' || value === null ? [] : [{ key: key.trim(), value }],
    );
    return written.length === 0 ? [] : [{ by, partial, parts: written }];
  });
}

/** Where a breakdown, or one of its parts, stands in what is sent; what is not sent has a name of its own. */
export function pathOf(breakdowns: readonly TypedBreakdown[], by: Axis, key?: string): string {
  const sent = sentBreakdowns(breakdowns);
  const at = sent.findIndex((one) => one.by === by);
  if (at < 0) return key === undefined ? `breakdown.${by}` : `breakdown.${by}.${key}`;
  if (key === undefined) return `breakdowns[${at}]`;
  const place = sent[at]?.parts.findIndex((part) => part.key === key.trim()) ?? -1;
  return place < 0 ? `breakdown.${by}.${key}` : `breakdowns[${at}].parts[${place}]`;
}

/** What the parts come to; in hundredths, as the sum of exact values is exact. */
export function sumOf({ parts }: TypedBreakdown): number {
  return (
    parts.filter(isWritten).reduce((total, { value }) => total + Math.round((value ?? 0) * 100), 0) / 100
  );
}

/** The breakdown with the figure of one fixed part; an empty figure takes the part out. */
export function withPart(breakdown: TypedBreakdown, key: string, value: number | null): TypedBreakdown {
  const others = breakdown.parts.filter((part) => part.key !== key);
  const parts = value === null ? others : [...others, { key, value }];
  const order = FIXED_PARTS[breakdown.by] ?? [];
  return { ...breakdown, parts: [...parts].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)) };
}
