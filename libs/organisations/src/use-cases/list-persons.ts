import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import type { Person } from '../domain/person';
import { PersonRepository } from '../persistence/person.repository';

/** The persons in the order of recording, each of whose names together hold every word looked for. */
@Injectable()
export class ListPersons {
  constructor(private readonly persons: PersonRepository) {}

  async execute(q: string | null | undefined, page: PageRequest): Promise<Page<Person>> {
    return this.persons.list(q, page);
  }
}
