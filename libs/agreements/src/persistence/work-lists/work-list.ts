import type { CalendarDate, Permission } from '@app/kernel';
import type { Condition } from '@app/platform';

/** What waits for somebody to act, as one kind of row; an agreement `a` is always among the rows. */
export interface WorkList {
  readonly code: string;
  /** Whoever has one of these, where the agreement lies, finds it in their list. */
  readonly permissions: readonly [Permission, ...Permission[]];
  readonly from: string;
  /** @param actor whose list it is. @param today the business date, for what waits since a day has passed. */
  readonly conditions: (actor: string, today: CalendarDate) => readonly Condition[];
  /** Since when it waits; never null. */
  readonly since: { readonly sql: string; readonly type: 'date' | 'timestamptz' };
  /** Unique among the rows. */
  readonly id: string;
  /** What exactly, as codes: a kind of draft, a field, gaps. */
  readonly about: string;
}

/** The agreement of an open draft is placed by its current version, or by the draft where there is none. */
export const OPEN_DRAFTS = 'agreement_draft d JOIN agreement a ON a.id = d.agreement_id';

/** What lists of drafts have in common: they wait since the draft entered its state. */
export const OF_DRAFTS = {
  from: OPEN_DRAFTS,
  since: { sql: 'd.entered_state_at', type: 'timestamptz' },
  id: 'd.id',
  about: 'ARRAY[d.kind]',
} as const satisfies Partial<WorkList>;

/** A condition without values. */
export function when(sql: string): Condition {
  return { sql, values: [] };
}
