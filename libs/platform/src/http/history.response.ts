import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from './page.response';
import type { HistoryEntry } from './record-history';

/** One thing that was done to a record. */
export class HistoryEntryResponse implements HistoryEntry {
  id: string;
  at: Date;

  /** `account:<id>` or `system:<part>` */
  actor: string;

  /** Null for the system, and when the account is gone. */
  actorName: string | null;

  /** `account:<id>` or `position:<id>`, when the actor stood in for it. */
  onBehalfOf: string | null;
  onBehalfOfName: string | null;

  /** `subject.verb`, as in `organisation.corrected` */
  action: string;

  /** What the kind of the entry says: before and after where something changed. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  payload: Record<string, unknown>;

  reason: string | null;

  /** Its number in the audit trail; null until it is sealed. */
  sequence: number | null;
}

export class HistoryPageResponse extends PageResponse {
  items: HistoryEntryResponse[];
}
