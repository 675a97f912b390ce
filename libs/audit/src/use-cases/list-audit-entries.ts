import { Injectable } from '@nestjs/common';
import { type CalendarDate, LegalDay, addDays } from '@app/kernel';
import type { Page, PageRequest } from '@app/platform';
import {
  type AuditEntryFilter,
  AuditEntryRepository,
  type AuditEntryRow,
} from '../persistence/audit-entry.repository';
import { type NamedActor, NameActors } from './name-actors';

/** Which entries an auditor asks for: days are legal days, both included. */
export interface AuditQuestion extends Omit<AuditEntryFilter, 'from' | 'before'> {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** The audit trail, the latest entry first. */
@Injectable()
export class ListAuditEntries {
  constructor(
    private readonly entries: AuditEntryRepository,
    private readonly nameActors: NameActors,
    private readonly day: LegalDay,
  ) {}

  async execute(
    { from, to, ...filter }: AuditQuestion,
    page: PageRequest,
  ): Promise<Page<AuditEntryRow & NamedActor>> {
    const found = await this.entries.listPage(
      {
        ...filter,
        from: from && this.day.startOf(from),
        before: to && this.day.startOf(addDays(to, 1)),
      },
      page,
    );
    return { ...found, items: await this.nameActors.execute(found.items) };
  }
}
