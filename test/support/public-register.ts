import type { TestApi } from './application';

/** One number of the public register, as the summary answers it. */
export interface Figure {
  readonly value: number | null;
  readonly absence: string | null;
  readonly measure: 'sum' | 'accepted' | 'commitments' | 'agreements_of_commitments' | 'agreements';
  readonly definition: string;
  readonly rows: string;
}

interface Row {
  readonly id: string;
  readonly agreement?: { readonly id: string };
  readonly quantity?: { readonly value: number | null } | null;
}

interface Page {
  readonly items: readonly Row[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** Every number in an answer, wherever it stands. */
export function figuresIn(value: unknown): Figure[] {
  if (Array.isArray(value)) return value.flatMap(figuresIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('rows' in value && 'measure' in value) return [value as Figure];
  return Object.values(value).flatMap(figuresIn);
}

/** All rows under the address of a number, page by page. */
async function rowsOf(api: TestApi, address: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const mark = address.includes('?') ? '&' : '?';
  for (let cursor: string | null = ''; cursor !== null;) {
    const path: string = `${address}${mark}limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const { status, body } = await api.http<Page>('GET', path, { anonymous: true });
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    rows.push(...body.items);
    cursor = body.nextCursor;
  }
  return rows;
}

/** Follows numbers to their rows and says where the two differ; each address is read once. */
export async function figuresThatDiffer(api: TestApi, figures: readonly Figure[]): Promise<string[]> {
  const read = new Map<string, readonly Row[]>();
  const faults: string[] = [];
  for (const { rows: address, measure, value, absence, definition } of figures) {
    const rows = read.get(address) ?? (await rowsOf(api, address));
    read.set(address, rows);
    const found = absence === null ? await measured(api, rows, measure) : null;
    const figureless =
      measure === 'accepted'
        ? rows.length === 0
        : rows.every(({ quantity }) => (quantity?.value ?? null) === null);
    if (found !== value || (absence === 'none_recorded' && !figureless)) {
      faults.push(`${definition} says ${value} (${absence}), its rows ${found}: ${address}`);
    }
  }
  return faults;
}

async function measured(api: TestApi, rows: readonly Row[], measure: Figure['measure']): Promise<number> {
  if (measure === 'accepted') return acceptedLast(api, rows);
  if (measure === 'agreements_of_commitments')
    return new Set(rows.map(({ agreement }) => agreement?.id)).size;
  if (measure !== 'sum') return rows.length;
  // Figures have two decimals: cents add up exactly.
  return rows.reduce((cents, { quantity }) => cents + Math.round((quantity?.value ?? 0) * 100), 0) / 100;
}

/** The figures accepted last of some promises, added up from what was accepted. */
async function acceptedLast(api: TestApi, rows: readonly Row[]): Promise<number> {
  const [found] = await api.dataSource.query<[{ total: number }]>(
    `SELECT coalesce(sum(value), 0)::float AS total
       FROM (SELECT DISTINCT ON (commitment_id) value FROM accepted_observation
              WHERE superseded_on IS NULL AND commitment_id = ANY ($1::uuid[])
              ORDER BY commitment_id, as_of DESC, recorded_on DESC, id DESC) AS latest`,
    [rows.map(({ id }) => id)],
  );
  return Math.round(found.total * 100) / 100;
}
