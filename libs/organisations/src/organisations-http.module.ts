import { Module } from '@nestjs/common';
import { AccessModule, InviteForOrganisation, OrganisationInvitationsController } from '@app/identity';
import { LikelyController } from './http/likely.controller';
import { OrganisationMergesController } from './http/organisation-merges.controller';
import { OrganisationsController } from './http/organisations.controller';
import { PersonMergesController } from './http/person-merges.controller';
import { PersonsController } from './http/persons.controller';
import { OrganisationsModule } from './organisations.module';
import { OrganisationPlaces } from './persistence/organisation-places';
import { InviteToOrganisation } from './use-cases/invite-to-organisation';

/** Routes of organisations and persons, and that of identity which asks whether an organisation exists. */
@Module({
  imports: [AccessModule, OrganisationsModule],
  controllers: [
    LikelyController,
    OrganisationMergesController,
    OrganisationsController,
    PersonMergesController,
    PersonsController,
    OrganisationInvitationsController,
  ],
  providers: [OrganisationPlaces, { provide: InviteForOrganisation, useClass: InviteToOrganisation }],
})
export class OrganisationsHttpModule {}
