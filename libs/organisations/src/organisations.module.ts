import { Module } from '@nestjs/common';
import { AccessModule } from '@app/identity';
import { LikelyRepository } from './persistence/likely.repository';
import { OrganisationRepository } from './persistence/organisation.repository';
import { PersonRepository } from './persistence/person.repository';
import { PersonalValues } from './persistence/personal-values';
import { CorrectOrganisation } from './use-cases/correct-organisation';
import { CorrectPerson } from './use-cases/correct-person';
import { ErasePerson } from './use-cases/erase-person';
import { ExportPerson } from './use-cases/export-person';
import { FindLikely } from './use-cases/find-likely';
import { FindOrganisation } from './use-cases/find-organisation';
import { FindPerson } from './use-cases/find-person';
import { ListOrganisations } from './use-cases/list-organisations';
import { ListPersons } from './use-cases/list-persons';
import { OrganisationsInScope } from './use-cases/organisations-in-scope';
import { RecordOrganisation } from './use-cases/record-organisation';
import { RecordPerson } from './use-cases/record-person';
import { ResolveOrganisationNames } from './use-cases/resolve-organisation-names';

const USE_CASES = [
  CorrectOrganisation,
  CorrectPerson,
  ErasePerson,
  ExportPerson,
  FindLikely,
  FindOrganisation,
  FindPerson,
  ListOrganisations,
  ListPersons,
  OrganisationsInScope,
  RecordOrganisation,
  RecordPerson,
  ResolveOrganisationNames,
];

/** Organisations and persons with their variants, and the one place for what is personal. */
@Module({
  imports: [AccessModule],
  providers: [LikelyRepository, OrganisationRepository, PersonRepository, PersonalValues, ...USE_CASES],
  exports: [PersonalValues, ...USE_CASES],
})
export class OrganisationsModule {}
