import { LEVELS } from '@app/kernel';
import { AsOfDay, CalendarDay, Choice, PageQuery, RecordReference, Text } from '@app/platform';
import { COMMITMENT_SORTS } from '../domain/commitment-filter';
import { DELIVERY_STATUSES } from '../domain/derive-status';
import { COMMITMENT_KINDS } from '../use-cases/list-commitments';

/** What a list of commitments may be narrowed to. */
export class CommitmentsQuery extends PageQuery {
  @AsOfDay()
  asOf?: string | null;

  @Text({
    max: 300,
    optional: true,
    description: `One or several statuses with commas between: ${DELIVERY_STATUSES.join(', ')}`,
    example: 'overdue_unreported,due_soon',
  })
  status?: string | null;

  @Choice(COMMITMENT_KINDS, { optional: true })
  kind?: string | null;

  @Text({
    max: 10,
    optional: true,
    description: 'Code of a region among those of the promise',
    example: 'MA-06',
  })
  region?: string | null;

  @Text({ max: 20, optional: true, description: 'Code of a sector of the agreement', example: 'ITO' })
  sector?: string | null;

  @RecordReference({ optional: true, description: 'An organisation that is party to the agreement' })
  organisation?: string | null;

  @RecordReference({ optional: true, description: 'The organisation that owes the commitment' })
  obligor?: string | null;

  @RecordReference({ optional: true })
  agreement?: string | null;

  @RecordReference({ optional: true, description: 'A zone among those of the promise' })
  zone?: string | null;

  @Choice(LEVELS, { optional: true, description: 'Who stands behind the figure' })
  level?: string | null;

  @CalendarDay({ optional: true, description: 'Last day on or after this date' })
  dueFrom?: string | null;

  @CalendarDay({ optional: true, description: 'Last day on or before this date' })
  dueTo?: string | null;

  @Text({ max: 200, optional: true, description: 'Words of titles, parties and places; all must occur' })
  q?: string | null;

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
