import { PageResponse } from '@app/platform';
import type { PersonName, SamePerson } from '../domain/person';

export class PersonNameResponse implements PersonName {
  value: string;

  /** Null when the spelling belongs to no language of the register. */
  language: 'ar' | 'fr' | 'en' | null;

  preferred: boolean;
}

export class SamePersonResponse implements SamePerson {
  id: string;
  names: PersonNameResponse[];
}

export class PersonResponse {
  id: string;

  /** The preferred form first; none once the person was erased. */
  names: PersonNameResponse[];

  note: string | null;

  /** When names and note were erased at the request of the person; null of nearly everybody. */
  erasedAt: string | null;

  /** The record that stays for this one since the two were merged: it is the one to read, and to write to. */
  mergedInto: SamePersonResponse | null;

  /** Records that were merged into this one: their names lead here. */
  mergedFrom: SamePersonResponse[];

  revision: number;
}

export class PersonPageResponse extends PageResponse {
  items: PersonResponse[];
}
