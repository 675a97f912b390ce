import {
  FieldViolation,
  Language,
  LocalizedText,
  correctedText,
  isValidIce,
  isWritten,
  localizedText,
  looksLikeIdentityNumber,
} from '@app/kernel';

/** What an organisation is. */
export const ORGANISATION_KINDS = ['company', 'public_body', 'federation', 'training_body', 'other'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Where an organisation receives mail about what it promised, and in which language. */
export interface ReportingContact {
  readonly email: string;
  readonly language: Language;
}

/** What is recorded of an organisation. */
export interface OrganisationContent {
  readonly names: LocalizedText;
  readonly kind: OrganisationKind;
  /** ISO 3166-1 alpha-2 code of where it is established; null when that is not published. */
  readonly country: string | null;
  /** Common company identifier; foreign parents have none. */
  readonly ice: string | null;
  /** Other names and spellings that the papers use. */
  readonly variants: readonly string[];
  readonly reportingContacts: readonly ReportingContact[];
  readonly note: string | null;
}

/** A record that was merged into another, by the names and spellings that it brought. */
export interface MergedOrganisation {
  readonly id: string;
  readonly names: LocalizedText;
  readonly variants: readonly string[];
}

/** An organisation of the register. */
export interface Organisation extends OrganisationContent {
  readonly id: string;
  readonly revision: number;
  /** The record that stays for it since the two were merged; null of one that stands for itself. */
  readonly mergedInto: { readonly id: string; readonly names: LocalizedText } | null;
  /** The records that were merged into this one. */
  readonly mergedFrom: readonly MergedOrganisation[];
}

/** A new organisation as people give it; what they leave out is not known. */
export interface OrganisationToRecord {
  readonly names: Partial<LocalizedText>;
  readonly kind: OrganisationKind;
  readonly country?: string | null;
  readonly ice?: string | null;
  readonly variants?: readonly string[] | null;
  readonly reportingContacts?: readonly ReportingContact[] | null;
  readonly note?: string | null;
}

/** What a correction may say; a field left out stays as it is. */
export interface OrganisationCorrection {
  readonly names?: Partial<LocalizedText> | null;
  readonly kind?: OrganisationKind | null;
  readonly country?: string | null;
  readonly ice?: string | null;
  readonly variants?: readonly string[] | null;
  readonly reportingContacts?: readonly ReportingContact[] | null;
  readonly note?: string | null;
}

/** A new organisation with everything that was left out as null or empty. */
export function newOrganisation(given: OrganisationToRecord): OrganisationContent {
  const { country = null, ice = null, variants, reportingContacts, note = null } = given;
  return {
    names: localizedText(given.names),
    kind: given.kind,
    country,
    ice,
    variants: distinctVariants(variants ?? []),
    reportingContacts: contactsOf(reportingContacts ?? []),
    note,
  };
}

/** The organisation as it reads after the correction. */
export function correctedOrganisation(
  before: OrganisationContent,
  correction: OrganisationCorrection,
): OrganisationContent {
  const { country = before.country, ice = before.ice, note = before.note } = correction;
  const { variants = before.variants, reportingContacts = before.reportingContacts } = correction;
  return {
    names: correctedText(before.names, correction.names),
    kind: correction.kind ?? before.kind,
    country,
    ice,
    variants: distinctVariants(variants ?? []),
    reportingContacts: contactsOf(reportingContacts ?? []),
    note,
  };
}

/** What keeps the register from accepting an organisation; empty when nothing does. */
export function organisationViolations({
  names,
  ice,
  reportingContacts,
}: OrganisationContent): FieldViolation[] {
  const violations: FieldViolation[] = [];
  if (!isWritten(names)) violations.push({ field: 'names', code: 'organisation_name_required' });
  if (ice !== null && !/^\d{15}$/.test(ice)) violations.push({ field: 'ice', code: 'wrong_format' });
  const addresses = reportingContacts.map(({ email }) => email.toLowerCase());
  const repeated = addresses.findIndex((address, index) => addresses.indexOf(address) !== index);
  if (repeated >= 0)
    violations.push({ field: `reportingContacts[${repeated}].email`, code: 'contact_repeated' });
  reportingContacts.forEach(({ email }, index) => {
    if (looksLikeIdentityNumber(email))
      violations.push({ field: `reportingContacts[${index}].email`, code: 'identity_number' });
  });
  return violations;
}

/** What the register accepts of an identifier and still doubts: its control digits. */
export function iceWarningOf(ice: string | null): 'ice_control_wrong' | null {
  return ice === null || isValidIce(ice) ? null : 'ice_control_wrong';
}

/** All words by which people look for an organisation, those of the records that were merged into it too. */
export function searchSourceOf(
  { names, variants, ice }: OrganisationContent,
  merged: readonly MergedOrganisation[] = [],
): string {
  const words = merged.flatMap((one) => [one.names.fr, one.names.en, one.names.ar, ...one.variants]);
  return [...new Set([names.fr, names.en, names.ar, ...variants, ...words, ice])].filter(Boolean).join(' ');
}

function distinctVariants(variants: readonly string[]): string[] {
  return [...new Set(variants.map((variant) => variant.trim()).filter(Boolean))];
}

function contactsOf(contacts: readonly ReportingContact[]): ReportingContact[] {
  return contacts.map(({ email, language }) => ({ email: email.trim(), language }));
}
