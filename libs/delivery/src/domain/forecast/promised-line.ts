import type { CalendarDate } from '@app/kernel';

/** A value promised for a day. */
export interface PromisedPoint {
  readonly day: CalendarDate;
  readonly value: number;
}

/** A dated interim target, with the figure it states. */
export interface PromisedStep {
  readonly lastDay: CalendarDate;
  /** Null where it states no figure in the unit of the promise. */
  readonly value: number | null;
}

/** What is known of what was promised until when. */
export interface PromisedFacts {
  /** The first day of the promise: that of the signature, as late as it can have been; null when it is not known. */
  readonly from: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly target: number | null;
  readonly milestones: readonly PromisedStep[];
}

/**
 * What was promised for each day. With milestones it stands still and rises on their days: nothing is promised between
 * them. Without any, a straight line is drawn, which nobody promised: it is an assumption and is labelled so.
 */
export type PromisedLine =
  | { readonly kind: 'none' }
  | { readonly kind: 'milestones'; readonly points: readonly PromisedPoint[] }
  | { readonly kind: 'straight_assumption'; readonly points: readonly [PromisedPoint, PromisedPoint] };

/** The promised line of a commitment; total over all facts. Points are in the order of their days, one a day. */
export function promisedLine({ from, lastDay, target, milestones }: PromisedFacts): PromisedLine {
  if (target === null || lastDay === null) return { kind: 'none' };
  const end = { day: lastDay, value: target };
  const steps = milestones.flatMap(({ lastDay: day, value }) =>
    value === null || day >= lastDay ? [] : [{ day, value }],
  );
  if (steps.length > 0) {
    const highest = new Map<CalendarDate, number>();
    for (const { day, value } of steps) highest.set(day, Math.max(value, highest.get(day) ?? 0));
    const points = [...highest]
      .map(([day, value]) => ({ day, value }))
      .sort((a, b) => (a.day < b.day ? -1 : 1));
    const begin = from !== null && points.every(({ day }) => day > from) ? [{ day: from, value: 0 }] : [];
    return { kind: 'milestones', points: [...begin, ...points, end] };
  }
  if (from === null || from >= lastDay) return { kind: 'none' };
  return { kind: 'straight_assumption', points: [{ day: from, value: 0 }, end] };
}
