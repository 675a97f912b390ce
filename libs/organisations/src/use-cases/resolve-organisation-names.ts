import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { OrganisationRepository } from '../persistence/organisation.repository';

/** The names that organisations have today, by id; an unknown id is missing from the answer. */
@Injectable()
export class ResolveOrganisationNames {
  constructor(private readonly organisations: OrganisationRepository) {}

  async execute(ids: readonly string[]): Promise<ReadonlyMap<string, LocalizedText>> {
    const named = ids.length === 0 ? [] : await this.organisations.findNames(ids);
    return new Map(named.map(({ id, names }) => [id, names]));
  }
}
