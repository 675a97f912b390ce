import { CalendarDate, FieldViolation, FieldsRefused, parseCalendarDate } from '@app/kernel';
import { DELIVERY_STATUSES, DeliveryStatus } from './derive-status';

/** The orders a list of commitments can be read in; a leading minus turns one round. */
export const COMMITMENT_SORTS = ['lastDay', '-lastDay', 'value', '-value', 'recorded', '-recorded'] as const;
export type CommitmentSort = (typeof COMMITMENT_SORTS)[number];

/** By what a list of commitments is narrowed with counts beside each value. */
export const COMMITMENT_FACETS = ['status', 'kind', 'level', 'sector', 'region', 'deadlineYear'] as const;
export type CommitmentFacetCode = (typeof COMMITMENT_FACETS)[number];

type Chosen = Readonly<Partial<Record<CommitmentFacetCode, readonly string[] | null>>>;

/** What a reader asks for, as typed; of several values of a facet one is enough, `none` is the absence of any. */
export interface CommitmentQuestion extends Chosen {
  readonly organisation?: string | null;
  readonly obligor?: string | null;
  readonly agreement?: string | null;
  readonly zone?: string | null;
  readonly dueFrom?: string | null;
  readonly dueTo?: string | null;
  readonly q?: string | null;
  readonly sort?: string | null;
}

/** The same, checked. An empty list is no filter. */
export interface CommitmentFilter {
  readonly statuses: readonly DeliveryStatus[];
  readonly kinds: readonly string[];
  readonly levels: readonly string[];
  /** Codes of sectors of the agreement. */
  readonly sectors: readonly string[];
  /** Codes of regions among those of the promise. */
  readonly regions: readonly string[];
  readonly deadlineYears: readonly string[];
  /** Any party of the agreement. */
  readonly organisation: string | null;
  /** The party that owes the commitment. */
  readonly obligor: string | null;
  readonly agreement: string | null;
  /** A zone among those of the promise. */
  readonly zone: string | null;
  readonly dueFrom: CalendarDate | null;
  readonly dueTo: CalendarDate | null;
  /** Words of titles, parties, places and references. */
  readonly q: string | null;
  readonly sort: CommitmentSort;
}

/**
 * Reads the question of a list.
 * @throws FieldsRefused naming each filter with a value that cannot be.
 */
export function readCommitmentFilter(question: CommitmentQuestion): CommitmentFilter {
  const violations: FieldViolation[] = [];
  const date = (field: 'dueFrom' | 'dueTo'): CalendarDate | null => {
    const text = question[field];
    if (!text) return null;
    const read = parseCalendarDate(text);
    if (!read) violations.push({ field, code: 'not_a_day' });
    return read;
  };
  const filter: CommitmentFilter = {
    statuses: readStatuses(question.status ?? [], violations),
    kinds: question.kind ?? [],
    levels: question.level ?? [],
    sectors: question.sector ?? [],
    regions: question.region ?? [],
    deadlineYears: question.deadlineYear ?? [],
    organisation: question.organisation ?? null,
    obligor: question.obligor ?? null,
    agreement: question.agreement ?? null,
    zone: question.zone ?? null,
    dueFrom: date('dueFrom'),
    dueTo: date('dueTo'),
    q: question.q ?? null,
    sort: (question.sort as CommitmentSort | null | undefined) ?? 'lastDay',
  };
  if (filter.dueFrom && filter.dueTo && filter.dueFrom > filter.dueTo) {
    violations.push({ field: 'dueTo', code: 'due_range_reversed' });
  }
  if (violations.length > 0) throw new FieldsRefused(violations);
  return filter;
}

function readStatuses(chosen: readonly string[], violations: FieldViolation[]): DeliveryStatus[] {
  const wanted = new Set(chosen);
  const known = DELIVERY_STATUSES.filter((status) => wanted.delete(status));
  if (wanted.size > 0) {
    violations.push({
      field: 'status',
      code: 'not_a_choice',
      values: { choices: DELIVERY_STATUSES.join(', ') },
    });
  }
  return known;
}
