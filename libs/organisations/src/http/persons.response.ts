import { PageResponse } from '@app/platform';
import type { Person, PersonName } from '../domain/person';

export class PersonNameResponse implements PersonName {
  value: string;

  /** Null when the spelling belongs to no language of the register. */
  language: 'ar' | 'fr' | 'en' | null;

  preferred: boolean;
}

export class PersonResponse implements Person {
  id: string;

  /** The preferred form first. */
  names: PersonNameResponse[];

  note: string | null;
  revision: number;
}

export class PersonPageResponse extends PageResponse {
  items: PersonResponse[];
}
