import type { Language } from '@app/kernel';

/** What is personal: a person's name, the capacity in which somebody signed, an address for mail. */
export const PERSONAL_VALUE_KINDS = ['name', 'capacity', 'contact'] as const;
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
