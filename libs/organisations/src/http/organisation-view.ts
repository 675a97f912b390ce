import type { Language } from '@app/kernel';
import { type Page, spokenSentence } from '@app/platform';
import { Organisation, iceWarningOf } from '../domain/organisation';
import type { RecordedOrganisation } from '../use-cases/record-organisation';
import type {
  OrganisationPageResponse,
  OrganisationResponse,
  RecordedOrganisationResponse,
} from './organisations.response';

/** An organisation as it is answered, its warning in the language of the caller. */
export function organisationView(organisation: Organisation, language: Language): OrganisationResponse {
  const { id, names, kind, country, ice, note, revision } = organisation;
  const warning = iceWarningOf(ice);
  return {
    id,
    names,
    kind,
    country,
    ice,
    iceWarning: warning && { code: warning, message: spokenSentence(warning, language) },
    variants: [...organisation.variants],
    reportingContacts: [...organisation.reportingContacts],
    note,
    revision,
    mergedInto: organisation.mergedInto,
    mergedFrom: organisation.mergedFrom.map((one) => ({ ...one, variants: [...one.variants] })),
  };
}

/** An organisation just recorded, beside those it may repeat. */
export function recordedOrganisationView(
  recorded: RecordedOrganisation,
  language: Language,
): RecordedOrganisationResponse {
  return { ...organisationView(recorded, language), possibleDuplicates: [...recorded.possibleDuplicates] };
}

/** A page of organisations. */
export function organisationPageView(page: Page<Organisation>, language: Language): OrganisationPageResponse {
  return { ...page, items: page.items.map((organisation) => organisationView(organisation, language)) };
}
