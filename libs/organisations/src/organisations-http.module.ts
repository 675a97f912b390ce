import { Module } from '@nestjs/common';
import { OrganisationsController } from './http/organisations.controller';
import { PersonsController } from './http/persons.controller';
import { OrganisationsModule } from './organisations.module';

/** Routes of organisations and persons. */
@Module({ imports: [OrganisationsModule], controllers: [OrganisationsController, PersonsController] })
export class OrganisationsHttpModule {}
