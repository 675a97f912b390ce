import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { FieldsRefused } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { Person, PersonToRecord, personNames, personViolations } from '../domain/person';
import { PersonRepository } from '../persistence/person.repository';
import { PersonalValues } from '../persistence/personal-values';

const personRecorded = auditKind<{ readonly nameIds: readonly string[] }>('person.recorded', 'person');

/** Adds a person with the forms of the name. @throws FieldsRefused */
@Injectable()
export class RecordPerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly personalValues: PersonalValues,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ names: given, note = null }: PersonToRecord, actor: Actor): Promise<Person> {
    return this.transactions.run(async (tx) => {
      const names = personNames(given);
      const violations = personViolations({ names, note });
      if (violations.length > 0) throw new FieldsRefused(violations);
      const id = newId();
      await this.persons.insert(tx, id, note);
      const stored = await this.personalValues.replace(tx, { kind: 'name', personId: id }, names);
      await this.audit.note(tx, personRecorded, {
        actor,
        subjectId: id,
        payload: { nameIds: stored.added },
      });
      return { id, names, note, erasedAt: null, mergedInto: null, mergedFrom: [], revision: 1 };
    });
  }
}
