import { Injectable } from '@nestjs/common';
import { AccessLog, RecordsRead, auditKind } from '@app/audit';
import type { Page, PageRequest } from '@app/platform';
import type { Organisation } from '../domain/organisation';
import { OrganisationFilter, OrganisationRepository } from '../persistence/organisation.repository';
import { OrganisationsInScope } from './organisations-in-scope';

const contactsListed = auditKind<RecordsRead>('organisation.contacts_listed', 'account');

/** The organisations by name, of which a name or a variant holds every word looked for; who read contacts is noted. */
@Injectable()
export class ListOrganisations {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly inScope: OrganisationsInScope,
    private readonly accessLog: AccessLog,
  ) {}

  async execute(filter: OrganisationFilter, page: PageRequest): Promise<Page<Organisation>> {
    const found = await this.organisations.list(filter, page, this.inScope.conditions);
    await this.accessLog.noteListed(
      contactsListed,
      found.items.flatMap(({ id, reportingContacts }) => (reportingContacts.length > 0 ? [id] : [])),
    );
    return found;
  }
}
