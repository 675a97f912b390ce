import type { Language } from '@app/kernel';
import type { SortOrder } from '@app/platform';
import { FIRST_DEADLINE } from './agreement-filter';

/** The orders a list of agreements can be read in; a leading minus turns one round. */
export const AGREEMENT_SORTS = [
  'recorded',
  '-recorded',
  'signed',
  '-signed',
  'reference',
  '-reference',
  'title',
  '-title',
  'firstDeadline',
  '-firstDeadline',
  'commitments',
  '-commitments',
] as const;
export type AgreementSort = (typeof AGREEMENT_SORTS)[number];

type SortKey = 'recorded' | 'signed' | 'reference' | 'title' | 'firstDeadline' | 'commitments';

const ID = { sql: 'a.id', type: 'uuid' } as const;

const TITLES: Readonly<Record<Language, string>> = {
  ar: 'a.title_ar, a.title_fr, a.title_en',
  fr: 'a.title_fr, a.title_en, a.title_ar',
  en: 'a.title_en, a.title_fr, a.title_ar',
};

/** Keys as the indexes of the migrations have them, the last one unique; what has no date comes last either way. */
const KEYS: Readonly<
  Record<SortKey, (language: Language, never: 'infinity' | '-infinity') => SortOrder['keys']>
> = {
  recorded: () => [{ sql: 'a.recorded_at', type: 'timestamptz' }, ID],
  signed: (_, never) => [{ sql: `(coalesce(a.signed_last_day, '${never}'::date))`, type: 'date' }, ID],
  reference: () => [{ sql: 'a.reference', type: 'text' }],
  title: (language) => [{ sql: `fold_text(coalesce(${TITLES[language]}, ''))`, type: 'text' }, ID],
  firstDeadline: (_, never) => [{ sql: `coalesce(${FIRST_DEADLINE}, '${never}'::date)`, type: 'date' }, ID],
  commitments: () => [
    { sql: '(SELECT count(*) FROM commitment c WHERE c.agreement_id = a.id)', type: 'bigint' },
    ID,
  ],
};

/** @param language in which titles are compared. */
export function orderOf(sort: AgreementSort, language: Language): SortOrder {
  const descending = sort.startsWith('-');
  const key = (descending ? sort.slice(1) : sort) as SortKey;
  return { keys: KEYS[key](language, descending ? '-infinity' : 'infinity'), descending };
}
