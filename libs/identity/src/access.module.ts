import { Module } from '@nestjs/common';
import { OrganisationAccessRepository } from './persistence/organisation-access.repository';
import { Access } from './use-cases/access';
import { OrganisationAccess } from './use-cases/organisation-access';

/**
 * What the caller may see and change, and who acts for an organisation: every feature asks, and nothing else of
 * identity comes along.
 */
@Module({
  providers: [Access, OrganisationAccess, OrganisationAccessRepository],
  exports: [Access, OrganisationAccess],
})
export class AccessModule {}
