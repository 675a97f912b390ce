import { LANGUAGES, Language, LocalizedText, isLanguage, localizedText } from '@app/kernel';

/** The profile of a country cannot be used; the message says which file and which entry is wrong. */
export class CountryProfileRefused extends Error {
  constructor(file: string, reasons: readonly string[]) {
    super(`The country profile ${file} cannot be used: ${reasons.join('; ')}.`);
    this.name = 'CountryProfileRefused';
  }
}

/** What a country is to the register: everything that would otherwise be an `if` on its name. */
export class CountryProfile {
  /** Name of the profile, as `COUNTRY_PROFILE` gives it and as the register remembers it. */
  readonly code: string;
  readonly names: LocalizedText;
  /** ISO 4217 code of the currency. */
  readonly currency: string;
  /** Name of the legal time zone in the tz database. */
  readonly timeZone: string;
  /** ISO weekdays (Monday 1 … Sunday 7) on which offices are closed. */
  readonly weekend: readonly number[];
  readonly languages: readonly Language[];
  /** The language for readers who name none. */
  readonly defaultLanguage: Language;
  /** Groups of terms that name the same thing, in any script. */
  readonly searchSynonyms: readonly (readonly string[])[];
  /** Absolute path of the folder that holds the profile's other files. */
  readonly folder: string;

  constructor(profile: CountryProfile) {
    this.code = profile.code;
    this.names = profile.names;
    this.currency = profile.currency;
    this.timeZone = profile.timeZone;
    this.weekend = profile.weekend;
    this.languages = profile.languages;
    this.defaultLanguage = profile.defaultLanguage;
    this.searchSynonyms = profile.searchSynonyms;
    this.folder = profile.folder;
  }
}

const CODE = /^[a-z][a-z0-9-]{0,30}$/;
const CURRENCY = /^[A-Z]{3}$/;
const TIME_ZONE = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/;

/**
 * Checks the content of a `profile.json`; entries it does not know are other features' business.
 * @throws CountryProfileRefused with one reason for each wrong entry.
 */
export function countryProfileOf(content: unknown, folder: string, file: string): CountryProfile {
  if (!isRecord(content)) throw new CountryProfileRefused(file, ['it is not an object']);
  const {
    code,
    names,
    currency,
    timeZone,
    weekend,
    languages,
    defaultLanguage,
    searchSynonyms = [],
  } = content;
  const checks: readonly (readonly [boolean, string])[] = [
    [matches(code, CODE), 'code must be a short lower-case word'],
    [isNames(names), 'names must hold a text in ar, fr or en'],
    [matches(currency, CURRENCY), 'currency must be an ISO 4217 code'],
    [matches(timeZone, TIME_ZONE), 'timeZone must be a name of the tz database'],
    [isWeekend(weekend), 'weekend must list at most six different ISO weekdays (Monday 1 to Sunday 7)'],
    [isLanguageList(languages), `languages must list some of ${LANGUAGES.join(', ')}`],
    [
      isLanguageList(languages) && isLanguage(defaultLanguage) && languages.includes(defaultLanguage),
      'defaultLanguage must be one of languages',
    ],
    [isTermGroups(searchSynonyms), 'searchSynonyms must be lists of terms'],
  ];
  const reasons = checks.filter(([holds]) => !holds).map(([, reason]) => reason);
  if (reasons.length > 0) throw new CountryProfileRefused(file, reasons);
  return new CountryProfile({
    code: code as string,
    names: localizedText(names as Partial<LocalizedText>),
    currency: currency as string,
    timeZone: timeZone as string,
    weekend: weekend as number[],
    languages: languages as Language[],
    defaultLanguage: defaultLanguage as Language,
    searchSynonyms: searchSynonyms as string[][],
    folder,
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function isNames(value: unknown): boolean {
  return (
    isRecord(value) &&
    LANGUAGES.some((language) => typeof value[language] === 'string' && value[language] !== '')
  );
}

function isWeekend(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= 6 &&
    new Set(value).size === value.length &&
    value.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  );
}

function isLanguageList(value: unknown): value is Language[] {
  return Array.isArray(value) && value.length > 0 && value.every(isLanguage);
}

function isTermGroups(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (group) => Array.isArray(group) && group.every((term) => typeof term === 'string' && term !== ''),
    )
  );
}
