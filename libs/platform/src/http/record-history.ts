import type { Page, PageRequest } from '../database/listing';

/** One thing that was done to a record. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly actorName: string | null;
  readonly onBehalfOf: string | null;
  readonly onBehalfOfName: string | null;
  readonly action: string;
  readonly payload: Record<string, unknown>;
  readonly reason: string | null;
  readonly sequence: number | null;
}

/** What was done to a record, for the controllers of every feature; audit provides it. */
export abstract class RecordHistory {
  /** The latest first. The record is one that the caller was found to see. */
  abstract execute(
    subjectType: string,
    record: { readonly id: string },
    page: PageRequest,
  ): Promise<Page<HistoryEntry>>;
}
