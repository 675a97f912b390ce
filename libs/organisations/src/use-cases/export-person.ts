import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Person } from '../domain/person';
import { PersonRepository } from '../persistence/person.repository';

/** What the register holds of a person beside the agreements, to be handed to the person. @throws RecordNotFound */
@Injectable()
export class ExportPerson {
  constructor(private readonly persons: PersonRepository) {}

  async execute(id: string): Promise<Omit<Person, 'revision'>> {
    const person = await this.persons.find(id);
    if (person === null) throw new RecordNotFound();
    const { names, note, erasedAt } = person;
    return { id, names, note, erasedAt };
  }
}
