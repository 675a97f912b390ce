import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Organisation } from '../domain/organisation';
import { OrganisationRepository } from '../persistence/organisation.repository';
import { OrganisationsInScope } from './organisations-in-scope';

/** One organisation. @throws RecordNotFound, also when it is out of the caller's scope */
@Injectable()
export class FindOrganisation {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly inScope: OrganisationsInScope,
  ) {}

  async execute(id: string): Promise<Organisation> {
    const organisation = await this.organisations.find(id, this.inScope.conditions);
    if (organisation === null) throw new RecordNotFound();
    return organisation;
  }
}
