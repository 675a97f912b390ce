import { type FieldViolation, FieldsRefused } from '@app/kernel';

/** How many views an account keeps at most, of all lists together. */
export const MOST_VIEWS = 50;

const SHARED = ['q', 'sort'] as const;

/**
 * What each list can be narrowed to and sorted by, as its route takes it. Lists stand to the right of this feature, so a
 * test holds these names against the description of the interface.
 */
export const VIEWED_LISTS = {
  agreements: [
    ...SHARED,
    'instrumentType',
    'legalState',
    'sector',
    'region',
    'organisation',
    'event',
    'signedFrom',
    'signedTo',
    'tag',
    'owner',
    'deadlineYear',
    'published',
    'stage',
    'asOf',
  ],
  commitments: [
    ...SHARED,
    'status',
    'kind',
    'region',
    'sector',
    'organisation',
    'obligor',
    'agreement',
    'zone',
    'level',
    'deadlineYear',
    'dueFrom',
    'dueTo',
    'asOf',
  ],
  deadlines: ['span', 'reach'],
  organisations: ['q', 'kind', 'country'],
  persons: ['q'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ViewedList = keyof typeof VIEWED_LISTS;

/** The codes of the lists of which views are kept. */
export const VIEWED_LIST_CODES = Object.keys(VIEWED_LISTS) as readonly ViewedList[];

/** What a view says of its list. */
export interface ViewContent {
  readonly name: string;
  /** The filters and the order as the address of the list has them, as `sector=ITO,CRM&sort=-title`. */
  readonly query: string;
  /** The columns that are shown, in their order; those of the list itself when there are none. */
  readonly columns: readonly string[];
  /** Whether the list is shown so when nothing else is asked for. */
  readonly isDefault: boolean;
}

/** A view as its account keeps it. */
export interface SavedView extends ViewContent {
  readonly id: string;
  readonly list: ViewedList;
  readonly savedAt: Date;
}

/** The query written in one way. @throws FieldsRefused naming what the list does not know, or what is said twice */
export function viewedQuery(list: ViewedList, query: string): string {
  const known: readonly string[] = VIEWED_LISTS[list];
  const parameters = new URLSearchParams(query.replace(/^\?/, ''));
  const names = [...parameters.keys()];
  const violations: FieldViolation[] = [...new Set(names)].flatMap((name) => {
    if (!known.includes(name)) {
      return [{ field: 'query', code: 'unknown_filter', values: { name, known: known.join(', ') } }];
    }
    return names.indexOf(name) === names.lastIndexOf(name)
      ? []
      : [{ field: 'query', code: 'filter_said_twice', values: { name } }];
  });
  if (violations.length > 0) throw new FieldsRefused(violations);
  return parameters.toString();
}
