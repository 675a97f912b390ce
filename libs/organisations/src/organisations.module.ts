import { Module } from '@nestjs/common';
import { AccessModule } from '@app/identity';
import { MergeRepository } from './persistence/merge.repository';
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
import { MergeFollowers } from './use-cases/merge-followers';
import { MergePersons } from './use-cases/merge-persons';
import { MergeOrganisations } from './use-cases/merge-organisations';
import { OrganisationsInScope } from './use-cases/organisations-in-scope';
import { PreviewPersonMerge } from './use-cases/preview-person-merge';
import { PreviewOrganisationMerge } from './use-cases/preview-merge';
import { RecordOrganisation } from './use-cases/record-organisation';
import { RecordPerson } from './use-cases/record-person';
import { RequireMergeScope } from './use-cases/require-merge-scope';
import { ResolveOrganisationNames } from './use-cases/resolve-organisation-names';
import { SeparatePerson } from './use-cases/separate-person';
import { SeparateOrganisation } from './use-cases/separate-organisation';
import { WhoStays } from './use-cases/who-stays';

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
  MergeFollowers,
  MergeOrganisations,
  MergePersons,
  OrganisationsInScope,
  PreviewOrganisationMerge,
  PreviewPersonMerge,
  RecordOrganisation,
  RecordPerson,
  ResolveOrganisationNames,
  SeparateOrganisation,
  SeparatePerson,
  WhoStays,
];

/** Organisations and persons with their variants, and the one place for what is personal. */
@Module({
  imports: [AccessModule],
  providers: [
    LikelyRepository,
    MergeRepository,
    OrganisationRepository,
    PersonRepository,
    PersonalValues,
    RequireMergeScope,
    ...USE_CASES,
  ],
  exports: [PersonalValues, ...USE_CASES],
})
export class OrganisationsModule {}
