import { Injectable } from '@nestjs/common';
import { Clock, publishedDate } from '@app/kernel';
import { REGISTER_OWNER } from '@app/identity';
import { newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import type { DraftDocument } from '../domain/draft-document';
import { ownerPosition } from '../persistence/owner-position';
import { inLanguages } from '../persistence/project-document';
import { AgreementEntity } from '../persistence/agreement.entities';

/** What a record begins with. */
export interface RecordToOpen {
  readonly document: DraftDocument;
  /** Position that owns the agreement; the register's owner when null. */
  readonly ownerPositionId: string | null;
  readonly tags: readonly string[];
}

/** Opens the record of an agreement and gives it its reference; its first version is still to come. */
@Injectable()
export class OpenRecord {
  constructor(
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  /** @throws FieldsRefused when the owner's position does not exist */
  async execute(tx: EntityManager, record: RecordToOpen): Promise<{ id: string; reference: string }> {
    const { document } = record;
    const id = newId();
    const ownerPositionId = await ownerPosition(tx, record.ownerPositionId, REGISTER_OWNER);
    const reference = await this.nextReference(tx, document);
    await tx.insert(AgreementEntity, {
      id,
      reference,
      ...draftedColumns(document),
      sourcing: document.sourcing,
      ownerPositionId,
      tags: [...record.tags],
      recordedOn: this.calendar.today(),
      recordedAt: this.clock.now(),
      searchSource: reference,
    });
    return { id, reference };
  }

  /** `MIT-2025-0007`: the year of the signature, else of recording, and the next number of that year. */
  private async nextReference(tx: EntityManager, { signing }: DraftDocument): Promise<string> {
    const day = signing.date === null ? this.calendar.today() : publishedDate(signing.date.stated).lastDay;
    const year = Number(day.slice(0, 4));
    const [row] = await tx.query<[{ last_number: number }]>(
      `INSERT INTO reference_counter (year, last_number) VALUES ($1, 1)
       ON CONFLICT (year) DO UPDATE SET last_number = reference_counter.last_number + 1 RETURNING last_number`,
      [year],
    );
    return `MIT-${year}-${String(row.last_number).padStart(4, '0')}`;
  }
}

/** What lists of drafts show of an agreement that has no version yet. */
export function draftedColumns({
  title,
  titleStatus,
  instrumentType,
}: Pick<DraftDocument, 'title' | 'titleStatus' | 'instrumentType'>) {
  return { ...inLanguages('title', title), titleStatus, instrumentType };
}
