import { Injectable } from '@nestjs/common';
import { AccessLog, auditKind } from '@app/audit';
import { RecordNotFound } from '@app/kernel';
import type { Person } from '../domain/person';
import { PersonRepository } from '../persistence/person.repository';

export const personRead = auditKind('person.read', 'person');

/** One person; who read it is noted. @throws RecordNotFound */
@Injectable()
export class FindPerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly accessLog: AccessLog,
  ) {}

  async execute(id: string): Promise<Person> {
    const person = await this.persons.find(id);
    if (person === null) throw new RecordNotFound();
    await this.accessLog.noteRead(personRead, id);
    return person;
  }
}
