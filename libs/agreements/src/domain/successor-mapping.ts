import type { FieldViolation } from '@app/kernel';

/** What becomes of a promise when another instrument replaces the one it stands in. */
export const FATES = ['carried_over', 'changed', 'dropped'] as const;
export type Fate = (typeof FATES)[number];

export interface CommitmentFate {
  readonly commitmentId: string;
  readonly fate: Fate;
  /** The promise of the successor in which it lives on; null for a dropped one. */
  readonly successorCommitmentId: string | null;
  /** Why it is dropped. */
  readonly reason: string | null;
}

/**
 * What is wrong with the mapping of an agreement's promises to those of its successor: each live one has exactly one
 * fate, and whatever lives on does so in a promise that the successor has.
 */
export function mappingFaults(
  live: readonly string[],
  ofSuccessor: readonly string[],
  fates: readonly CommitmentFate[],
): FieldViolation[] {
  const seen = new Set<string>();
  const wrong = fates.flatMap(({ commitmentId, fate, successorCommitmentId, reason }, index) => {
    const field = (name: string) => `successor.commitments[${index}].${name}`;
    if (!live.includes(commitmentId)) return [{ field: field('commitmentId'), code: 'unknown_reference' }];
    if (seen.has(commitmentId)) return [{ field: field('commitmentId'), code: 'repeated' }];
    seen.add(commitmentId);
    if (fate === 'dropped') {
      if (successorCommitmentId !== null) {
        return [{ field: field('successorCommitmentId'), code: 'dropped_lives_on' }];
      }
      return reason === null ? [{ field: field('reason'), code: 'required' }] : [];
    }
    if (successorCommitmentId === null) return [{ field: field('successorCommitmentId'), code: 'required' }];
    return ofSuccessor.includes(successorCommitmentId)
      ? []
      : [{ field: field('successorCommitmentId'), code: 'unknown_reference' }];
  });
  const missing = live.filter((id) => !seen.has(id));
  return [
    ...wrong,
    ...missing.map((commitment) => ({
      field: 'successor.commitments',
      code: 'commitment_not_mapped',
      values: { commitment },
    })),
  ];
}
