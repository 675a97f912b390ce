import { IntersectionType } from '@nestjs/swagger';
import { BASES, LEVELS, QUALIFIERS, RELATIONS, STABILITIES } from '@app/kernel';
import { Choice, Flag, PageQuery, RecordReference, Text } from '@app/platform';
import { PUBLIC_STATUSES } from '../domain/public-status';
import {
  BANDS,
  COMMITMENT_KINDS,
  COMMITMENT_SORTS,
  COUNTINGS,
  INSTRUMENT_TYPES,
  LEGAL_STATES,
  PUBLIC_AGREEMENT_SORTS,
  STAGES,
} from '../use-cases/public-words';

const STATUSES = PUBLIC_STATUSES.join(', ');

/** What every view of the public register may be narrowed to. */
export class PublicSummaryQuery {
  @Text({ max: 200, optional: true, description: 'Words of titles, parties and places; all must occur' })
  q?: string | null;

  @Choice(COMMITMENT_KINDS, { optional: true })
  kind?: string | null;

  @Text({ max: 10, optional: true, description: 'A region among those of a promise', example: 'MA-06' })
  region?: string | null;

  @Text({ max: 20, optional: true, description: 'A sector of the agreement', example: 'ITO' })
  sector?: string | null;

  @RecordReference({ optional: true, description: 'A zone among those of a promise' })
  zone?: string | null;

  @Text({
    max: 4,
    pattern: /^(?:[12]\d{3}|none)$/,
    optional: true,
    description: 'Year of the last day of a promise; `none` for promises without a deadline',
    example: '2029',
  })
  year?: string | null;

  @Choice(LEVELS, { optional: true, description: 'Who stands behind the figure' })
  level?: string | null;

  @Choice(INSTRUMENT_TYPES, { optional: true })
  instrumentType?: string | null;

  @Choice(LEGAL_STATES, { optional: true })
  legalState?: string | null;

  @RecordReference({ optional: true, description: 'An organisation that is party to the agreement' })
  organisation?: string | null;

  @RecordReference({ optional: true, description: 'The event at which it was signed' })
  event?: string | null;

  @Text({
    max: 40,
    pattern: /^(?:MIT-\d{4}-\d{4,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i,
    optional: true,
    description: 'An agreement by its reference or its id',
    example: 'MIT-2025-0007',
  })
  agreement?: string | null;

  @Text({
    max: 300,
    optional: true,
    description: `One or several statuses of promises with commas between: ${STATUSES}`,
    example: 'due_soon',
  })
  status?: string | null;
}

/** The same, a page at a time. */
export class PublicListQuery extends IntersectionType(PublicSummaryQuery, PageQuery) {}

/** Which agreements, in which order. */
export class PublicAgreementsQuery extends PublicListQuery {
  @Choice(PUBLIC_AGREEMENT_SORTS, {
    optional: true,
    description: '-signed when left out; what nobody dated comes last either way',
  })
  sort?: string | null;

  @Flag({
    optional: true,
    description: 'Counts what each further choice would leave, under everything else asked',
  })
  facets?: boolean | null;
}

/** Which promises, in which order; the last twelve choose the rows behind a number. */
export class PublicCommitmentsQuery extends PublicListQuery {
  @Choice(COMMITMENT_SORTS, {
    optional: true,
    description: 'lastDay when left out; what has no deadline or no figure comes last either way',
  })
  sort?: string | null;

  @Text({
    max: 100,
    pattern: /^[a-z_]+(?:,[a-z_]+)*$/,
    optional: true,
    description: `One or several stages with commas between, of what counts for itself: ${STAGES.join(', ')}`,
  })
  stage?: string | null;

  @Text({
    max: 100,
    pattern: /^[a-z_]+(?:,[a-z_]+)*$/,
    optional: true,
    description: `Who stands behind the figure accepted last, one or several with commas between: ${BANDS.join(', ')}; promises of which none is told are left out`,
  })
  band?: string | null;

  @Text({
    max: 4,
    pattern: /^[12]\d{3}$/,
    optional: true,
    description: 'Due by the end of this year; promises without a deadline are left out',
    example: '2030',
  })
  dueBy?: string | null;

  @Text({
    max: 20,
    optional: true,
    description: 'The only region of a promise, or `several_regions`, `nationwide`, `not_stated`',
  })
  placeGroup?: string | null;

  @Text({
    max: 20,
    optional: true,
    description: 'The only sector of the agreement, or `several_sectors`, `not_stated`',
  })
  sectorGroup?: string | null;

  @Text({ max: 20, pattern: /^(?:[a-z_]+|[A-Z]{3})$/, optional: true, description: 'What is counted' })
  unit?: string | null;

  @Choice(RELATIONS, { optional: true })
  relation?: string | null;

  @Choice(STABILITIES, { optional: true })
  stability?: string | null;

  @Choice(BASES, { optional: true })
  basis?: string | null;

  @Choice(QUALIFIERS, { optional: true })
  qualifier?: string | null;

  @Choice(COUNTINGS, { optional: true, description: 'What the promise does to the totals' })
  counting?: string | null;

  @Flag({ optional: true, description: 'Whether nobody has signed the instrument yet' })
  notYetSigned?: boolean | null;
}
