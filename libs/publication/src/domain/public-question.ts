import { FieldsRefused } from '@app/kernel';
import { PUBLIC_STATUSES, type PublicStatus } from './public-status';

/** What a reader asks for, as typed; the names are those of the address. */
export interface PublicQuestion {
  readonly q?: string | null;
  readonly kind?: string | null;
  readonly region?: string | null;
  readonly sector?: string | null;
  readonly zone?: string | null;
  /** A year, or `none`. */
  readonly year?: string | null;
  readonly level?: string | null;
  readonly instrumentType?: string | null;
  readonly legalState?: string | null;
  readonly organisation?: string | null;
  readonly event?: string | null;
  /** An agreement by its reference or its id. */
  readonly agreement?: string | null;
  /** One or several public statuses, with commas between. */
  readonly status?: string | null;
  /** One or several stages of the funnel, with commas between. */
  readonly stage?: string | null;
  /** Who stands behind the accepted figure, one or several with commas between. */
  readonly band?: string | null;
  /** Due by the end of this year. */
  readonly dueBy?: string | null;
  readonly placeGroup?: string | null;
  readonly sectorGroup?: string | null;
  readonly unit?: string | null;
  readonly relation?: string | null;
  readonly stability?: string | null;
  readonly basis?: string | null;
  readonly qualifier?: string | null;
  readonly counting?: string | null;
  readonly notYetSigned?: boolean | null;
}

/** The parts of an address in their order: the same view always has the same address. */
const PARTS: readonly (keyof PublicQuestion)[] = [
  'q',
  'agreement',
  'organisation',
  'event',
  'instrumentType',
  'legalState',
  'sector',
  'sectorGroup',
  'region',
  'placeGroup',
  'zone',
  'kind',
  'year',
  'status',
  'dueBy',
  'stage',
  'band',
  'unit',
  'relation',
  'stability',
  'basis',
  'level',
  'qualifier',
  'counting',
  'notYetSigned',
];

const PUBLIC_READS = '/api/v1/public';

/** The address under which what was asked for is read. */
export function addressOf(list: 'agreements' | 'commitments', question: PublicQuestion): string {
  const query = new URLSearchParams();
  for (const part of PARTS) {
    const value = question[part];
    if (value !== undefined && value !== null && value !== '') query.set(part, String(value));
  }
  const text = query.toString();
  return `${PUBLIC_READS}/${list}${text === '' ? '' : `?${text}`}`;
}

/**
 * The statuses that a question names, in their own order; null when it names none.
 * @throws FieldsRefused for a word that is no status.
 */
export function statusesAskedFor(text: string | null | undefined): readonly PublicStatus[] | null {
  if (!text) return null;
  const wanted = new Set(text.split(',').map((part) => part.trim()));
  const known = PUBLIC_STATUSES.filter((status) => wanted.delete(status));
  if (wanted.size > 0) {
    const choices = PUBLIC_STATUSES.join(', ');
    throw new FieldsRefused([{ field: 'status', code: 'not_a_choice', values: { choices } }]);
  }
  return known;
}
