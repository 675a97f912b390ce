import { Injectable } from '@nestjs/common';
import { AccessLog, auditKind } from '@app/audit';
import { RecordNotFound } from '@app/kernel';
import type { Organisation } from '../domain/organisation';
import { OrganisationRepository } from '../persistence/organisation.repository';
import { OrganisationsInScope } from './organisations-in-scope';

const contactsRead = auditKind('organisation.contacts_read', 'organisation');

/**
 * One organisation; who read its contacts is noted.
 * @throws RecordNotFound, also when it is out of the caller's scope
 */
@Injectable()
export class FindOrganisation {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly inScope: OrganisationsInScope,
    private readonly accessLog: AccessLog,
  ) {}

  async execute(id: string): Promise<Organisation> {
    const organisation = await this.organisations.find(id, this.inScope.conditions);
    if (organisation === null) throw new RecordNotFound();
    if (organisation.reportingContacts.length > 0) await this.accessLog.noteRead(contactsRead, id);
    return organisation;
  }
}
