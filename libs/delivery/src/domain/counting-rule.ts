import { isMoneyUnit } from '@app/kernel';

/**
 * From where a reported value counts: everything since the signature, what is there above the baseline, or what is
 * there in all.
 */
export const COUNTING_RULES = ['since_signature', 'above_baseline', 'level'] as const;
export type CountingRule = (typeof COUNTING_RULES)[number];

/** A promised figure as far as its counting looks. */
export interface CountedFigure {
  readonly basis: string | null;
  readonly unit: string | null;
  readonly hasBaseline: boolean;
}

/** What the paper says about counting; null where it is silent, and somebody has to choose. */
export function statedRule({ basis, unit, hasBaseline }: CountedFigure): CountingRule | null {
  if (unit === null) return null;
  if (basis === 'headcount_level' || basis === 'site_capacity') return 'level';
  if (basis === 'additional' && hasBaseline) return 'above_baseline';
  if (basis === 'new' || basis === 'additional') return 'since_signature';
  if (unit === 'percent') return 'level';
  // Money, trainees, grants and places add up; of jobs alone the same word means two things.
  return isMoneyUnit(unit) || unit !== 'jobs' ? 'since_signature' : null;
}

/** The rules among which one is chosen where the paper is silent. */
export function choosableRules({ hasBaseline }: Pick<CountedFigure, 'hasBaseline'>): readonly CountingRule[] {
  return hasBaseline ? COUNTING_RULES : ['since_signature', 'level'];
}
