import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import type { Organisation } from '../domain/organisation';
import { OrganisationFilter, OrganisationRepository } from '../persistence/organisation.repository';
import { OrganisationsInScope } from './organisations-in-scope';

/** The organisations by name, of which a name or a variant holds every word looked for. */
@Injectable()
export class ListOrganisations {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly inScope: OrganisationsInScope,
  ) {}

  async execute(filter: OrganisationFilter, page: PageRequest): Promise<Page<Organisation>> {
    return this.organisations.list(filter, page, this.inScope.conditions);
  }
}
