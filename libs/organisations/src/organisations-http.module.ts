import { Module } from '@nestjs/common';
import { InviteForOrganisation, OrganisationInvitationsController } from '@app/identity';
import { OrganisationsController } from './http/organisations.controller';
import { PersonsController } from './http/persons.controller';
import { OrganisationsModule } from './organisations.module';
import { InviteToOrganisation } from './use-cases/invite-to-organisation';

/** Routes of organisations and persons, and that of identity which asks whether an organisation exists. */
@Module({
  imports: [OrganisationsModule],
  controllers: [OrganisationsController, PersonsController, OrganisationInvitationsController],
  providers: [{ provide: InviteForOrganisation, useClass: InviteToOrganisation }],
})
export class OrganisationsHttpModule {}
