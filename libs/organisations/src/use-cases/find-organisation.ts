import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Organisation } from '../domain/organisation';
import { OrganisationRepository } from '../persistence/organisation.repository';

/** One organisation. @throws RecordNotFound */
@Injectable()
export class FindOrganisation {
  constructor(private readonly organisations: OrganisationRepository) {}

  async execute(id: string): Promise<Organisation> {
    const organisation = await this.organisations.find(id);
    if (organisation === null) throw new RecordNotFound();
    return organisation;
  }
}
