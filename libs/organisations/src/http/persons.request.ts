import { type Language, LANGUAGES } from '@app/kernel';
import { Choice, Flag, PageQuery, Parts, Text } from '@app/platform';
import type { GivenName, PersonCorrection, PersonToRecord } from '../domain/person';

const MOST_NAMES = 30;

export class PersonNameRequest implements GivenName {
  @Text({ max: 200, personal: true })
  value: string;

  @Choice(LANGUAGES, { optional: true })
  language?: Language | null;

  @Flag({ optional: true, description: 'The form that is shown; the first when none is marked' })
  preferred?: boolean | null;
}

export class PersonRequest implements PersonToRecord {
  @Parts(() => PersonNameRequest, { size: MOST_NAMES, description: 'At least one' })
  names: PersonNameRequest[];

  @Text({ optional: true, personal: true })
  note?: string | null;
}

/** What is left out stays as it is; names replace all names. */
export class PersonCorrectionRequest implements PersonCorrection {
  @Parts(() => PersonNameRequest, { size: MOST_NAMES, optional: true })
  names?: PersonNameRequest[] | null;

  @Text({ optional: true, personal: true })
  note?: string | null;
}

export class PersonsQuery extends PageQuery {
  @Text({ max: 200, optional: true, description: 'Words of any form of the name' })
  q?: string | null;
}
