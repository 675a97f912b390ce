import { FieldViolation, Language, looksLikeIdentityNumber } from '@app/kernel';

/** One form of a person's name: a spelling, a script. */
export interface PersonName {
  readonly value: string;
  /** Null when the spelling belongs to no language of the register. */
  readonly language: Language | null;
  /** The one that is shown. */
  readonly preferred: boolean;
}

/** What is recorded of a person. A person is not a string: two people may share a name, one may have several. */
export interface PersonContent {
  readonly names: readonly PersonName[];
  readonly note: string | null;
}

/** A record of the same person, before the two were merged or after. */
export interface SamePerson {
  readonly id: string;
  readonly names: readonly PersonName[];
}

/** A person of the register. */
export interface Person extends PersonContent {
  /** The record that stays for it since the two were merged; null of one that stands for itself. */
  readonly mergedInto: SamePerson | null;
  /** The records that were merged into this one, with their names. */
  readonly mergedFrom: readonly SamePerson[];
  readonly id: string;
  /** When the names and the note were erased; null of nearly everybody. An erased person keeps the id alone. */
  readonly erasedAt: Date | null;
  readonly revision: number;
}

/** A name as people give it. */
export interface GivenName {
  readonly value: string;
  readonly language?: Language | null;
  readonly preferred?: boolean | null;
}

/** A new person as people give it. */
export interface PersonToRecord {
  readonly names: readonly GivenName[];
  readonly note?: string | null;
}

/** What a correction may say; a field left out stays as it is, and names replace all names. */
export interface PersonCorrection {
  readonly names?: readonly GivenName[] | null;
  readonly note?: string | null;
}

/** The names as they are kept: the first is the preferred one when none is marked. */
export function personNames(given: readonly GivenName[]): PersonName[] {
  const marked = given.some(({ preferred }) => preferred);
  return given.map(({ value, language, preferred }, index) => ({
    value: value.trim(),
    language: language ?? null,
    preferred: marked ? preferred === true : index === 0,
  }));
}

/** What keeps the register from accepting this person; empty when nothing does. */
export function personViolations({ names, note }: PersonContent): FieldViolation[] {
  return [
    ...nameViolations(names),
    ...(looksLikeIdentityNumber(note ?? '') ? [{ field: 'note', code: 'identity_number' }] : []),
  ];
}

/** What keeps the register from accepting these names; empty when nothing does. */
export function nameViolations(names: readonly PersonName[]): FieldViolation[] {
  if (names.length === 0) return [{ field: 'names', code: 'person_name_required' }];
  const values = names.map(({ value }) => value);
  return names.flatMap(({ value, preferred }, index) => {
    const field = `names[${index}]`;
    const isSecondPreferred = preferred && names.slice(0, index).some((name) => name.preferred);
    return [
      ...(value === '' ? [{ field: `${field}.value`, code: 'required' }] : []),
      ...(looksLikeIdentityNumber(value) ? [{ field: `${field}.value`, code: 'identity_number' }] : []),
      ...(values.indexOf(value) < index ? [{ field: `${field}.value`, code: 'name_repeated' }] : []),
      ...(isSecondPreferred ? [{ field: `${field}.preferred`, code: 'one_preferred_name' }] : []),
    ];
  });
}
