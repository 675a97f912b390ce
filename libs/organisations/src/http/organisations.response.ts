import { LocalizedTextResponse, PageResponse } from '@app/platform';

/** Something the register accepts and doubts. */
export class WarningResponse {
  code: string;

  /** The doubt in the language of the caller. */
  message: string;
}

export class ReportingContactResponse {
  email: string;
  language: 'ar' | 'fr' | 'en';
}

export class NamedOrganisationResponse {
  id: string;
  names: LocalizedTextResponse;
}

export class MergedOrganisationResponse extends NamedOrganisationResponse {
  variants: string[];
}

export class OrganisationResponse {
  id: string;
  names: LocalizedTextResponse;
  kind: 'company' | 'public_body' | 'federation' | 'training_body' | 'other';

  /** ISO 3166-1 alpha-2; null when it is not published. */
  country: string | null;

  /** Common company identifier; foreign parents have none. */
  ice: string | null;

  iceWarning: WarningResponse | null;

  /** Other names and spellings that the papers use. */
  variants: string[];

  /** Where mail about the organisation's promises goes. */
  reportingContacts: ReportingContactResponse[];

  note: string | null;
  revision: number;

  /** The record that stays for this one since the two were merged: it is the one to read, and to write to. */
  mergedInto: NamedOrganisationResponse | null;

  /** Records that were merged into this one: their names and spellings lead here. */
  mergedFrom: MergedOrganisationResponse[];
}

export class RecordedOrganisationResponse extends OrganisationResponse {
  /** Organisations much alike, which this may be a second record of. */
  possibleDuplicates: NamedOrganisationResponse[];
}

export class OrganisationPageResponse extends PageResponse {
  items: OrganisationResponse[];
}
