import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { Person } from '../domain/person';
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
 * from then on. Where the names stay, the note alone goes. Records that were merged are one person, and are erased
 * together, whichever of them is asked for. Erasing twice erases once.
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
      let gone = 0;
      for (const person of await this.persons.lockTogether(tx, personId)) {
        gone += await this.erase(tx, person, { namesKeptUnder, reason }, actor);
      }
      return gone;
    });
  }

  private async erase(
    tx: Parameters<PersonRepository['erase']>[0],
    before: Person,
    { namesKeptUnder, reason }: Omit<PersonToErase, 'personId'>,
    actor: Actor,
  ): Promise<number> {
    if (before.erasedAt !== null) return 0;
    const keepsNames = namesKeptUnder !== null;
    const valueIds = keepsNames
      ? []
      : await this.personalValues.eraseOfPerson(tx, before.id, ['name', 'capacity']);
    await this.persons.erase(tx, before, keepsNames ? null : this.clock.now());
    await this.audit.note(tx, personErased, {
      actor,
      subjectId: before.id,
      payload: { valueIds, namesKeptUnder },
      reason,
    });
    return valueIds.length + (before.note === null ? 0 : 1);
  }
}
