import { COUNTINGS } from '@app/delivery';
import { LEVELS } from '@app/kernel';
import { PUBLIC_STATUSES } from '../domain/public-status';

/** The words that the public register uses, by what they are words for; an id is the two with a point between. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  number: [
    'agreements',
    'commitments',
    'agreements_of_commitments',
    'days_left',
    'deadline_moves',
    'days_moved',
    'batch_amount',
    'also_reported',
    'first_deadline',
  ],
  total: ['promised', 'firm', 'programme', 'capacity', 'not_yet_signed'],
  counting: COUNTINGS,
  status: PUBLIC_STATUSES,
  level: LEVELS,
  absence: ['none_recorded', 'not_additive'],
};

/** Every word that is explained. */
export const DEFINITION_IDS: readonly { readonly id: string; readonly group: string }[] = Object.entries(
  WORDS,
).flatMap(([group, words]) => words.map((word) => ({ id: `${group}.${word}`, group })));
