import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Person } from '../domain/person';
import { PersonRepository } from '../persistence/person.repository';

/** One person. @throws RecordNotFound */
@Injectable()
export class FindPerson {
  constructor(private readonly persons: PersonRepository) {}

  async execute(id: string): Promise<Person> {
    const person = await this.persons.find(id);
    if (person === null) throw new RecordNotFound();
    return person;
  }
}
