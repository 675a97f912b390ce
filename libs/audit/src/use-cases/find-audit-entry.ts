import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { Actor } from '../domain/actor';
import { auditKind } from '../domain/audit-kind';
import { type PersonalPart, personalPartsOf } from '../domain/personal-parts';
import { AuditEntryRepository, type AuditEntryRow } from '../persistence/audit-entry.repository';
import { AuditTrail } from './audit-trail';
import { type NamedActor, NameActors } from './name-actors';

/** An entry with what its digests of personal values stand for. */
export interface FoundAuditEntry extends AuditEntryRow, NamedActor {
  readonly personalValues: readonly PersonalPart[];
}

const personalValuesRead = auditKind<{ readonly pointers: readonly string[] }>(
  'audit_entry.personal_values_read',
  'audit_entry',
);

/** Finds one entry of the trail; that its personal values were read is noted. */
@Injectable()
export class FindAuditEntry {
  constructor(
    private readonly transactions: Transactions,
    private readonly entries: AuditEntryRepository,
    private readonly nameActors: NameActors,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws RecordNotFound */
  async execute(id: string, actor: Actor): Promise<FoundAuditEntry> {
    return this.transactions.run(async (tx) => {
      const entry = await this.entries.find(id);
      if (entry === null) throw new RecordNotFound();
      const personalValues = personalPartsOf(entry.payload, await this.entries.personalValuesOf(id));
      const pointers = personalValues.flatMap(({ pointer, value }) => (value === null ? [] : [pointer]));
      if (pointers.length > 0) {
        await this.audit.note(tx, personalValuesRead, { actor, subjectId: id, payload: { pointers } });
      }
      const [named] = await this.nameActors.execute([entry]);
      if (!named) throw new RecordNotFound();
      return { ...named, personalValues };
    });
  }
}
