import { registerSentences } from '@app/platform';
import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';
import {
  OrganisationEntity,
  OrganisationMergeEntity,
  OrganisationVariantEntity,
  PersonEntity,
  PersonMergeEntity,
  PersonalValueEntity,
} from './persistence/organisations.entities';

registerSentences({ ar, fr, en });

/** Every table of this feature. */
export const ORGANISATIONS_ENTITIES = [
  OrganisationEntity,
  OrganisationMergeEntity,
  OrganisationVariantEntity,
  PersonEntity,
  PersonMergeEntity,
  PersonalValueEntity,
];

export * from './domain/merge';
export * from './domain/organisation';
export * from './domain/person';
export * from './domain/personal-value';
export * from './domain/refusals';
export * from './organisations-http.module';
export * from './organisations.module';
export { PersonalValues } from './persistence/personal-values';
export * from './use-cases/correct-organisation';
export * from './use-cases/correct-person';
export * from './use-cases/erase-person';
export * from './use-cases/export-person';
export * from './use-cases/find-organisation';
export * from './use-cases/find-person';
export * from './use-cases/list-organisations';
export * from './use-cases/list-persons';
export * from './use-cases/merge-followers';
export * from './use-cases/merge-organisations';
export * from './use-cases/merge-persons';
export * from './use-cases/organisation-renamed.event';
export * from './use-cases/organisations-in-scope';
export * from './use-cases/preview-merge';
export * from './use-cases/record-organisation';
export * from './use-cases/record-person';
export * from './use-cases/resolve-organisation-names';
export * from './use-cases/separate-organisation';
export * from './use-cases/separate-person';
export * from './use-cases/who-stays';
