import { CalendarDate, FieldViolation, FieldsRefused, parseCalendarDate } from '@app/kernel';
import { DELIVERY_STATUSES, DeliveryStatus } from './derive-status';

/** The orders a list of commitments can be read in; a leading minus turns one round. */
export const COMMITMENT_SORTS = ['lastDay', '-lastDay', 'value', '-value', 'recorded', '-recorded'] as const;
export type CommitmentSort = (typeof COMMITMENT_SORTS)[number];

/** What a reader asks for, as typed. */
export interface CommitmentQuestion {
  /** One or several statuses, with commas between. */
  readonly status?: string | null;
  readonly kind?: string | null;
  readonly region?: string | null;
  readonly sector?: string | null;
  readonly organisation?: string | null;
  readonly obligor?: string | null;
  readonly agreement?: string | null;
  readonly zone?: string | null;
  readonly level?: string | null;
  readonly dueFrom?: string | null;
  readonly dueTo?: string | null;
  readonly q?: string | null;
  readonly sort?: string | null;
}

/** The same, checked. An empty list of statuses is no filter. */
export interface CommitmentFilter {
  readonly statuses: readonly DeliveryStatus[];
  readonly kind: string | null;
  readonly region: string | null;
  readonly sector: string | null;
  /** Any party of the agreement. */
  readonly organisation: string | null;
  /** The party that owes the commitment. */
  readonly obligor: string | null;
  readonly agreement: string | null;
  /** A zone among those of the promise. */
  readonly zone: string | null;
  readonly level: string | null;
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
    statuses: readStatuses(question.status, violations),
    kind: question.kind ?? null,
    region: question.region ?? null,
    sector: question.sector ?? null,
    organisation: question.organisation ?? null,
    obligor: question.obligor ?? null,
    agreement: question.agreement ?? null,
    zone: question.zone ?? null,
    level: question.level ?? null,
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

function readStatuses(text: string | null | undefined, violations: FieldViolation[]): DeliveryStatus[] {
  if (!text) return [];
  const wanted = new Set(text.split(',').map((part) => part.trim()));
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
