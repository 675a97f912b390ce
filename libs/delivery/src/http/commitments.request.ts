import { LEVELS } from '@app/kernel';
import { AsOfDay, CalendarDay, Choice, PageQuery, RecordReference, Several, Text } from '@app/platform';
import { IntersectionType } from '@nestjs/swagger';
import { COMMITMENT_SORTS } from '../domain/commitment-filter';
import { DELIVERY_STATUSES } from '../domain/derive-status';
import { COMMITMENT_KINDS } from '../use-cases/list-commitments';

const CODE = /^[\w.-]{1,20}$/;

/** What a list of commitments, and its facets, may be narrowed to. */
export class CommitmentFilterQuery {
  @AsOfDay()
  asOf?: string | null;

  @Several({ among: DELIVERY_STATUSES, optional: true })
  status?: string[] | null;

  @Several({ among: COMMITMENT_KINDS, optional: true })
  kind?: string[] | null;

  @Several({
    among: [...LEVELS, 'none'],
    optional: true,
    description: 'Who stands behind the figure; none of what has no figure',
  })
  level?: string[] | null;

  @Several({ pattern: CODE, optional: true, description: 'Codes of sectors of the agreement, or none' })
  sector?: string[] | null;

  @Several({
    pattern: CODE,
    optional: true,
    description: 'Codes of regions among those of the promise, or none',
  })
  region?: string[] | null;

  @Several({
    pattern: /^(?:[12]\d{3}|none)$/,
    optional: true,
    description: 'Years of the deadline, or none',
  })
  deadlineYear?: string[] | null;

  @RecordReference({ optional: true, description: 'An organisation that is party to the agreement' })
  organisation?: string | null;

  @RecordReference({ optional: true, description: 'The organisation that owes the commitment' })
  obligor?: string | null;

  @RecordReference({ optional: true })
  agreement?: string | null;

  @RecordReference({ optional: true, description: 'A zone among those of the promise' })
  zone?: string | null;

  @CalendarDay({ optional: true, description: 'Last day on or after this date' })
  dueFrom?: string | null;

  @CalendarDay({ optional: true, description: 'Last day on or before this date' })
  dueTo?: string | null;

  @Text({ max: 200, optional: true, description: 'Words of titles, parties and places; all must occur' })
  q?: string | null;
}

export class CommitmentsQuery extends IntersectionType(PageQuery, CommitmentFilterQuery) {
  @Choice(COMMITMENT_SORTS, {
    optional: true,
    description: 'lastDay when left out; what has no deadline or no figure comes last either way',
  })
  sort?: string | null;
}

/** What a summary may be narrowed to. */
export class SummaryQuery {
  @AsOfDay()
  asOf?: string | null;

  @Choice(COMMITMENT_KINDS, { optional: true })
  kind?: string | null;

  @Text({ max: 10, optional: true, description: 'Code of a region among those of the promise' })
  region?: string | null;

  @Text({ max: 20, optional: true, description: 'Code of a sector of the agreement' })
  sector?: string | null;
}

/** The filter that a query asks for. */
export function summaryFilterOf({ kind, region, sector }: SummaryQuery) {
  return { kind: kind ?? null, region: region ?? null, sector: sector ?? null };
}
