import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, changedFields, auditKind } from '@app/audit';
import { FieldsRefused } from '@app/kernel';
import { RecordVersion, Transactions } from '@app/platform';
import { Person, PersonCorrection, personNames, personViolations } from '../domain/person';
import { PersonErased, RecordMerged } from '../domain/refusals';
import { PersonRepository } from '../persistence/person.repository';
import { PersonalValues, ReplacedValues } from '../persistence/personal-values';

const personCorrected = auditKind<{ readonly fields: readonly string[]; readonly nameIds: ReplacedValues }>(
  'person.corrected',
  'person',
);

/**
 * Corrects a person; the names given replace all names. The trail keeps which values changed, never what they
 * said.
 * @throws RecordNotFound @throws RecordIsStale @throws RecordMerged @throws PersonErased @throws FieldsRefused
 */
@Injectable()
export class CorrectPerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly personalValues: PersonalValues,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(version: RecordVersion, correction: PersonCorrection, actor: Actor): Promise<Person> {
    return this.transactions.run(async (tx) => {
      const before = await this.persons.lock(tx, version);
      if (before.mergedInto !== null) throw new RecordMerged(before.mergedInto.id);
      if (before.erasedAt !== null) throw new PersonErased();
      const names = personNames(correction.names ?? before.names);
      const { note = before.note } = correction;
      const violations = personViolations({ names, note });
      if (violations.length > 0) throw new FieldsRefused(violations);
      const fields = Object.keys(changedFields(before, { names, note }));
      if (fields.length === 0) return before;
      await this.persons.change(tx, version, note);
      const nameIds = await this.personalValues.replace(tx, { kind: 'name', personId: version.id }, names);
      await this.audit.note(tx, personCorrected, {
        actor,
        subjectId: version.id,
        payload: { fields, nameIds },
      });
      return this.persons.lock(tx, { id: version.id, revision: version.revision + 1 });
    });
  }
}
