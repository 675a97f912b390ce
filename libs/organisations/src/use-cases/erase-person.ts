import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import { PersonRepository } from '../persistence/person.repository';
import { PersonalValues } from '../persistence/personal-values';

export interface PersonToErase {
  readonly personId: string;
  /** The legal basis under which the names in public acts stay; null when they go too. */
  readonly namesKeptUnder: string | null;
  readonly reason: string | null;
}

const personErased = auditKind<{
  readonly valueIds: readonly string[];
  readonly namesKeptUnder: string | null;
}>('person.erased', 'person');

/**
 * Erases what is personal of a person: names, capacities and note. Versions and trail keep the ids, which lead nowhere
 * from then on. Where the names stay, the note alone goes. Erasing twice erases once.
 * @returns how many values are gone. @throws RecordNotFound
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly personalValues: PersonalValues,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute({ personId, namesKeptUnder, reason }: PersonToErase, actor: Actor): Promise<number> {
    return this.transactions.run(async (tx) => {
      const before = await this.persons.lockAny(tx, personId);
      if (before.erasedAt !== null) return 0;
      const keepsNames = namesKeptUnder !== null;
      const valueIds = keepsNames
        ? []
        : await this.personalValues.eraseOfPerson(tx, personId, ['name', 'capacity']);
      await this.persons.erase(tx, before, keepsNames ? null : this.clock.now());
      await this.audit.note(tx, personErased, {
        actor,
        subjectId: personId,
        payload: { valueIds, namesKeptUnder },
        reason,
      });
      return valueIds.length + (before.note === null ? 0 : 1);
    });
  }
}
