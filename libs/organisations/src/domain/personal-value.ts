import type { Language } from '@app/kernel';

/**
 * What is personal: a person's name, the capacity in which somebody signed, an organisation's work address, which stands
 * apart from names; and of whoever asks about their own data the name, how to reach them and their words. There is no
 * kind for anything else of a person.
 */
export const PERSONAL_VALUE_KINDS = [
  'name',
  'capacity',
  'contact',
  'requester_name',
  'requester_contact',
  'request_words',
] as const;
export type PersonalValueKind = (typeof PERSONAL_VALUE_KINDS)[number];

/** One value of the erasable table; everything else refers to it by id. */
export interface PersonalValue {
  readonly kind: PersonalValueKind;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly value: string;
  readonly language: Language | null;
  readonly preferred?: boolean;
}
