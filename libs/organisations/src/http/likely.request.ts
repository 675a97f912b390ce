import { Text, TextList } from '@app/platform';
import { MOST_NAMES_COMPARED } from '../domain/likeness';

const LONGEST_NAME = 300;

/** Sent as a body: a name of a person belongs into no address that is kept in logs. */
export class LikelyPersonsRequest {
  @TextList({
    max: LONGEST_NAME,
    size: MOST_NAMES_COMPARED,
    description: 'Names and spellings, in any script',
  })
  names: string[];
}

export class LikelyOrganisationsRequest {
  @TextList({
    max: LONGEST_NAME,
    size: MOST_NAMES_COMPARED,
    description: 'Names and spellings, in any script',
  })
  names: string[];

  @Text({ pattern: /^\d{15}$/, optional: true, description: 'Common company identifier' })
  ice?: string | null;
}
