import type { operations } from '../../.generated/schema';

type Asked<Operation extends keyof operations> = operations[Operation]['parameters'] extends {
  query?: infer Query;
}
  ? Omit<NonNullable<Query>, 'limit' | 'count' | 'facets'>
  : never;

export type AgreementsQuestion = Asked<'PublicRegisterController_agreements'>;
export type RowsQuestion = Asked<'PublicRegisterController_commitments'>;
export type SummaryQuestion = Asked<'PublicRegisterController_summary'>;

/** What every view may be narrowed to. */
const COMMON = [
  'q',
  'agreement',
  'organisation',
  'event',
  'instrumentType',
  'legalState',
  'sector',
  'region',
  'zone',
  'kind',
  'year',
  'level',
  'status',
] as const satisfies readonly (keyof SummaryQuestion)[];

/** What chooses the rows behind one number besides. */
const OF_ROWS = [
  'dueBy',
  'stage',
  'band',
  'sectorGroup',
  'placeGroup',
  'unit',
  'relation',
  'stability',
  'basis',
  'qualifier',
  'counting',
  'notYetSigned',
] as const satisfies readonly (keyof RowsQuestion)[];

/** Everything that rows may be narrowed to, in the order in which a page says it. */
export const NARROWINGS = [...COMMON, ...OF_ROWS] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/** What an address asks of the list of agreements: the names of the address are those of the API. */
export function agreementsAsked(address: URLSearchParams): AgreementsQuestion {
  return pick(address, [...COMMON, 'sort', 'cursor']);
}

/** What an address asks of the rows behind a number. */
export function rowsAsked(address: URLSearchParams): RowsQuestion {
  return pick(address, [...NARROWINGS, 'sort', 'cursor']);
}

/** What an address asks of the totals. */
export function summaryAsked(address: URLSearchParams): SummaryQuestion {
  return pick(address, COMMON);
}

/** The part of a question about rows that the totals understand too. */
export function commonPartOf(question: RowsQuestion): SummaryQuestion {
  const common: readonly string[] = COMMON;
  return Object.fromEntries(Object.entries(question).filter(([name]) => common.includes(name)));
}

/** What is not filled in is not asked: a form without script sends its empty fields too. */
function pick(address: URLSearchParams, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = address.get(name)?.trim();
      return value ? [[name, value] as const] : [];
    }),
  );
}

/** The same address with some parts changed, from its first page; null takes a part away. */
export function changedAddress(
  address: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const changed = new URLSearchParams();
  for (const [name, value] of [...address, ...Object.entries(changes)]) {
    if (name === 'cursor') continue;
    const wished = name in changes ? changes[name] : value;
    if (wished) changed.set(name, wished);
  }
  return changed;
}

/** A query as it stands behind a path; nothing when there is none. */
export function searchOf(address: URLSearchParams): string {
  return address.size > 0 ? `?${address.toString()}` : '';
}

/** The page that shows what is read under an address of the API. */
export function pageOfRows(rows: string): string {
  const { pathname, search } = new URL(rows, 'http://register.invalid');
  return pathname.endsWith('/agreements') ? `/${search}` : `/commitments${search}`;
}
