import { Injectable } from '@nestjs/common';
import { AccessLog, RecordsRead, auditKind } from '@app/audit';
import type { Page, PageRequest } from '@app/platform';
import type { Person } from '../domain/person';
import { PersonRepository } from '../persistence/person.repository';

const personsListed = auditKind<RecordsRead>('person.listed', 'account');

/** The persons in the order of recording, each of whose names together hold every word looked for; who read them is noted. */
@Injectable()
export class ListPersons {
  constructor(
    private readonly persons: PersonRepository,
    private readonly accessLog: AccessLog,
  ) {}

  async execute(q: string | null | undefined, page: PageRequest): Promise<Page<Person>> {
    const found = await this.persons.list(q, page);
    await this.accessLog.noteListed(
      personsListed,
      found.items.map(({ id }) => id),
    );
    return found;
  }
}
