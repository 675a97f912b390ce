import type { LocalizedText } from '@app/kernel';

/** How a commitment is measured: by a figure, by being done, or year after year without an end. */
export const MEASURES = ['quantity', 'completion', 'ongoing'] as const;
export type Measure = (typeof MEASURES)[number];

/** What the register knows of a kind of promise. */
export interface CommitmentKindDefinition {
  readonly names: LocalizedText;
  /** Measures this kind may have. */
  readonly measures: readonly Measure[];
  /** Units a figure of this kind may have; `money` stands for any currency. */
  readonly units: readonly string[];
}
