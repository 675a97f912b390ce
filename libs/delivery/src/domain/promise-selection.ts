import type { StatusCase } from './derive-status';
import type { EvidenceBand } from './evidence-rank';
import type { FunnelStage } from './progress-summary';

/** What a promise does to the totals: each does exactly one of these. */
export const COUNTINGS = [
  'counted',
  'without_value',
  'without_figure',
  'counted_elsewhere',
  'no_longer_promised',
  'cancelled_or_waived',
] as const;
export type Counting = (typeof COUNTINGS)[number];

/** Groups of places and sectors that are no single one. */
export const GROUPS_OF_PLACES = ['several_regions', 'nationwide', 'not_stated'] as const;
export const GROUPS_OF_SECTORS = ['several_sectors', 'not_stated'] as const;

/** A part of the register that somebody chose; what is left out chooses nothing. */
export interface PromiseSelection {
  /** Words of titles, parties, places and references. */
  readonly q?: string | null;
  readonly kind?: string | null;
  /** Among the regions of the promise. */
  readonly region?: string | null;
  /** Among the sectors of the agreement. */
  readonly sector?: string | null;
  /** The group of the totals by place: a region that is the only one, or a group that is no region. */
  readonly placeGroup?: string | null;
  /** The same of the totals by sector. */
  readonly sectorGroup?: string | null;
  /** The year of the last day; `none` for promises without a deadline. */
  readonly year?: number | 'none' | null;
  readonly unit?: string | null;
  readonly relation?: string | null;
  readonly stability?: string | null;
  readonly basis?: string | null;
  readonly level?: string | null;
  readonly qualifier?: string | null;
  readonly counting?: Counting | null;
  readonly zone?: string | null;
  readonly agreement?: string | null;
  /** The agreement by its reference, such as `MIT-2025-0007`. */
  readonly reference?: string | null;
  readonly organisation?: string | null;
  readonly event?: string | null;
  readonly instrumentType?: string | null;
  readonly legalState?: string | null;
  /** Whether nobody has signed the instrument yet. */
  readonly notYetSigned?: boolean | null;
  /** Stages of the funnel, any of them; without what fell, was taken back or counts elsewhere. */
  readonly stages?: readonly FunnelStage[] | null;
  /** Who stands behind the figure accepted last, any of them; only promises of which the public is told one. */
  readonly bands?: readonly EvidenceBand[] | null;
  /** Due by the end of this year; promises without a deadline are not. */
  readonly dueBy?: number | null;
  /** Any of these. */
  readonly statuses?: readonly StatusCase[] | null;
}
