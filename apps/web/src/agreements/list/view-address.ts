/** What a view of a list holds, as the API keeps it. */
export interface ViewContent {
  /** Filters and order, as `sector=ITO%2CCRM&sort=-title`. */
  readonly query: string;
  /** Empty for the columns of the list itself. */
  readonly columns: readonly string[];
}

/** Parameter of the address that names the open view; the API never sees it. */
export const VIEW = 'view';
const COLUMNS = 'columns';

/**
 * What an address asks of its list, to be kept as a view: its filters and its order, without its page.
 * @param known parameters that the list takes.
 */
export function viewOf(search: URLSearchParams, known: readonly string[]): ViewContent {
  const query = new URLSearchParams();
  for (const name of known) {
    const value = search.get(name)?.trim();
    if (value) query.set(name, value);
  }
  return { query: query.toString(), columns: valuesIn(search.get(COLUMNS) ?? '') };
}

/** The address of a view. */
export function searchOf(id: string, { query, columns }: ViewContent): URLSearchParams {
  const search = new URLSearchParams(query);
  if (columns.length > 0) search.set(COLUMNS, columns.join(','));
  search.set(VIEW, id);
  return search;
}

/** Whether two views show the same: neither the order of filters nor that of their values shows. */
export function showsTheSame(a: ViewContent, b: ViewContent): boolean {
  return meaningOf(a) === meaningOf(b);
}

function meaningOf({ query, columns }: ViewContent): string {
  const filters = [...new URLSearchParams(query)].map(([name, value]) =>
    // Words to search for are not a list of values, whatever commas they have.
    name === 'q' ? [name, value.trim()] : [name, [...new Set(valuesIn(value))].sort().join(',')],
  );
  return JSON.stringify([
    filters.filter(([, value]) => value).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    [...new Set(columns)].sort(),
  ]);
}

const valuesIn = (value: string): string[] => value.split(',').filter(Boolean);

/**
 * Which of the kept views is open: the one that the address names, else the one that shows the same.
 * @returns null when none is; `isChanged` when the address asks for something else than was kept.
 */
export function openView<View extends ViewContent & { readonly id: string }>(
  views: readonly View[],
  search: URLSearchParams,
  known: readonly string[],
): { readonly view: View; readonly isChanged: boolean } | null {
  const shown = viewOf(search, known);
  const named = views.find(({ id }) => id === search.get(VIEW));
  const view = named ?? views.find((kept) => showsTheSame(kept, shown));
  return view ? { view, isChanged: !showsTheSame(view, shown) } : null;
}
