/** Why a record may be the one that somebody is about to record. */
export const LIKENESS_REASONS = ['same_ice', 'same_name', 'similar_name'] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

/** A record much like what is asked for: by which of its names or spellings, and how much, from 0 to 100. */
export interface Likely {
  readonly id: string;
  /** The name or spelling that matched best. */
  readonly matched: string;
  readonly likeness: number;
  readonly reason: LikenessReason;
}

/** Names that somebody is about to record, in any of the three scripts. */
export const MOST_NAMES_COMPARED = 20;
