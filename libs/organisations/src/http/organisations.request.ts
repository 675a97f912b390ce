import { type Language, LANGUAGES } from '@app/kernel';
import { Choice, EmailAddress, PageQuery, Part, Parts, Text, TextList } from '@app/platform';
import {
  ORGANISATION_KINDS,
  OrganisationCorrection,
  type OrganisationKind,
  OrganisationToRecord,
  ReportingContact,
} from '../domain/organisation';

const COUNTRY = /^[A-Z]{2}$/;
const ICE = /^\d{15}$/;
const LONGEST_NAME = 300;
const MOST_CONTACTS = 20;

export class OrganisationNamesRequest {
  @Text({ optional: true, min: 0, max: LONGEST_NAME })
  ar?: string | null;

  @Text({ optional: true, min: 0, max: LONGEST_NAME })
  fr?: string | null;

  @Text({ optional: true, min: 0, max: LONGEST_NAME })
  en?: string | null;
}

export class ReportingContactRequest implements ReportingContact {
  @EmailAddress({ personal: true })
  email: string;

  @Choice(LANGUAGES, { description: 'The language in which this address is written to' })
  language: Language;
}

export class OrganisationRequest implements OrganisationToRecord {
  @Part(() => OrganisationNamesRequest, { description: 'At least one' })
  names: OrganisationNamesRequest;

  @Choice(ORGANISATION_KINDS)
  kind: OrganisationKind;

  @Text({ pattern: COUNTRY, example: 'MA', optional: true, description: 'ISO 3166-1 alpha-2' })
  country?: string | null;

  @Text({
    pattern: ICE,
    example: '001561191000066',
    optional: true,
    description: 'Common company identifier',
  })
  ice?: string | null;

  @TextList({ max: LONGEST_NAME, size: 50, optional: true, description: 'Other names and spellings' })
  variants?: string[] | null;

  @Parts(() => ReportingContactRequest, { size: MOST_CONTACTS, optional: true })
  reportingContacts?: ReportingContactRequest[] | null;

  @Text({ optional: true })
  note?: string | null;
}

/** What is left out stays as it is; variants and contacts replace those before. */
export class OrganisationCorrectionRequest implements OrganisationCorrection {
  @Part(() => OrganisationNamesRequest, { optional: true })
  names?: OrganisationNamesRequest | null;

  @Choice(ORGANISATION_KINDS, { optional: true })
  kind?: OrganisationKind | null;

  @Text({ pattern: COUNTRY, optional: true, description: 'ISO 3166-1 alpha-2' })
  country?: string | null;

  @Text({ pattern: ICE, optional: true, description: 'Common company identifier' })
  ice?: string | null;

  @TextList({ max: LONGEST_NAME, size: 50, optional: true })
  variants?: string[] | null;

  @Parts(() => ReportingContactRequest, { size: MOST_CONTACTS, optional: true })
  reportingContacts?: ReportingContactRequest[] | null;

  @Text({ optional: true })
  note?: string | null;
}

export class OrganisationsQuery extends PageQuery {
  @Text({ max: 200, optional: true, description: 'Words of a name or variant, in any script' })
  q?: string | null;

  @Choice(ORGANISATION_KINDS, { optional: true })
  kind?: OrganisationKind | null;

  @Text({ pattern: COUNTRY, optional: true, description: 'ISO 3166-1 alpha-2' })
  country?: string | null;
}
