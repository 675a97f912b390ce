import { Injectable } from '@nestjs/common';
import type { HistoryEntry, Page, PageRequest, RecordHistory } from '@app/platform';
import { AuditEntryRepository } from '../persistence/audit-entry.repository';
import { NameActors } from './name-actors';

/** What was done to one record, the latest first; a feature's controller asks for it once it has found the record. */
@Injectable()
export class ListHistory implements RecordHistory {
  constructor(
    private readonly entries: AuditEntryRepository,
    private readonly nameActors: NameActors,
  ) {}

  async execute(
    subjectType: string,
    record: { readonly id: string },
    page: PageRequest,
  ): Promise<Page<HistoryEntry>> {
    const found = await this.entries.listPage({ subjectType, subjectId: record.id }, page);
    const items = (await this.nameActors.execute(found.items)).map((entry) => ({
      id: entry.id,
      at: entry.at,
      actor: entry.actor,
      actorName: entry.actorName,
      onBehalfOf: entry.onBehalfOf,
      onBehalfOfName: entry.onBehalfOfName,
      action: entry.action,
      payload: entry.payload,
      reason: entry.reason,
      sequence: entry.sequence,
    }));
    return { ...found, items };
  }
}
