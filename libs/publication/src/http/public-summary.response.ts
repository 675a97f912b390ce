import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '@app/platform';
import { PUBLIC_STATUSES, type PublicStatus } from '../domain/public-status';
import { MEASURES, type FigureMeasure } from '../domain/public-summary';
import { PublicInstrumentResponse } from './public-parts.response';

/** One number: what it means, and the rows behind it. */
export class PublicFigureResponse {
  value: number | null;

  @ApiProperty({
    type: String,
    enum: ['not_additive', 'none_recorded'],
    nullable: true,
    description: 'Why there is no number; where nothing is recorded there is no zero',
  })
  absence: 'not_additive' | 'none_recorded' | null;

  @ApiProperty({
    type: String,
    enum: MEASURES,
    description:
      'What it is of its rows: the sum of their figures, of the figures accepted last of them, their number, the number of agreements they stand in; `agreements` counts rows of the list of agreements',
  })
  measure: FigureMeasure;

  @ApiProperty({ type: String, example: 'total.firm', description: 'Under `/public/definitions/{id}`' })
  definition: string;

  @ApiProperty({ type: String, description: 'The address of exactly the rows behind it, a page at a time' })
  rows: string;
}

export class PublicNotYetSignedResponse {
  total: PublicFigureResponse;
  commitments: PublicFigureResponse;
}

export class PublicQualifierCountResponse {
  qualifier: string;
  commitments: PublicFigureResponse;
}

/** Figures that add up. */
export class PublicSumResponse {
  kind: string;
  unit: string;
  relation: string;
  stability: string;
  basis: string;
  level: string;
  total: PublicFigureResponse;

  /** With a figure in the total. */
  commitments: PublicFigureResponse;

  /** In words only; they add nothing. */
  withoutValue: PublicFigureResponse;
}

/** The same with what it is made of. */
export class PublicTotalResponse extends PublicSumResponse {
  agreements: PublicFigureResponse;

  /** The part of the total that nobody has signed yet. */
  notYetSigned: PublicNotYetSignedResponse;

  @ApiProperty({ type: () => [PublicQualifierCountResponse] })
  qualifiers: readonly PublicQualifierCountResponse[];
}

/** Firm promises, aims of programmes and capacities of sites: never added to each other. */
export class PublicTotalsResponse {
  @ApiProperty({ type: () => [PublicTotalResponse] })
  firm: readonly PublicTotalResponse[];

  @ApiProperty({ type: () => [PublicTotalResponse] })
  programme: readonly PublicTotalResponse[];

  @ApiProperty({ type: () => [PublicTotalResponse] })
  capacity: readonly PublicTotalResponse[];
}

/** The same of one group. */
export class PublicSumsResponse {
  @ApiProperty({ type: () => [PublicSumResponse] })
  firm: readonly PublicSumResponse[];

  @ApiProperty({ type: () => [PublicSumResponse] })
  programme: readonly PublicSumResponse[];

  @ApiProperty({ type: () => [PublicSumResponse] })
  capacity: readonly PublicSumResponse[];
}

export class PublicGroupResponse {
  /** Whether anything is recorded in it at all: no record is not a zero. */
  recorded: boolean;

  commitments: PublicFigureResponse;
  agreements: PublicFigureResponse;
  promised: PublicSumsResponse;
}

export class PublicPlaceGroupResponse extends PublicGroupResponse {
  @ApiProperty({ type: String, enum: ['region', 'several_regions', 'nationwide', 'not_stated'] })
  place: 'region' | 'several_regions' | 'nationwide' | 'not_stated';

  /** Of the region, where it is one. */
  code: string | null;
  names: LocalizedTextResponse | null;
}

export class PublicSectorGroupResponse extends PublicGroupResponse {
  @ApiProperty({ type: String, enum: ['sector', 'several_sectors', 'not_stated'] })
  sector: 'sector' | 'several_sectors' | 'not_stated';

  /** Of the sector, where it is one. */
  code: string | null;
  names: LocalizedTextResponse | null;
}

export class PublicYearGroupResponse extends PublicGroupResponse {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null for promises without a deadline' })
  year: number | null;
}

/** Every promise is in exactly one of the six parts that follow the whole. */
export class PublicCoverageResponse {
  commitments: PublicFigureResponse;
  counted: PublicFigureResponse;
  withoutValue: PublicFigureResponse;
  withoutFigure: PublicFigureResponse;
  countedElsewhere: PublicFigureResponse;
  noLongerPromised: PublicFigureResponse;
  cancelledOrWaived: PublicFigureResponse;
}

export class PublicStatusCountResponse {
  @ApiProperty({ type: String, enum: PUBLIC_STATUSES })
  status: PublicStatus;

  commitments: PublicFigureResponse;
}

/** A figure that a linked instrument already counts. */
export class PublicCountedElsewhereResponse {
  commitmentId: string;
  agreement: PublicInstrumentResponse;
  countedIn: PublicInstrumentResponse;
  countedCommitmentId: string | null;
  kind: string;
  qualifier: string;
  value: number | null;
  unit: string;
}

/** What was promised in published agreements. */
export class PublicSummaryResponse {
  @ApiProperty({ type: String, format: 'date', description: 'The business date of the statuses' })
  asOf: string;

  /** The id of the definition of all totals. */
  definition: string;

  agreements: PublicFigureResponse;
  coverage: PublicCoverageResponse;
  promised: PublicTotalsResponse;

  @ApiProperty({ type: () => [PublicStatusCountResponse] })
  statuses: readonly PublicStatusCountResponse[];

  /** Every region, then `several_regions`, `nationwide` and `not_stated`. */
  @ApiProperty({ type: () => [PublicPlaceGroupResponse] })
  byRegion: readonly PublicPlaceGroupResponse[];

  /** Every sector, then `several_sectors` and `not_stated`. */
  @ApiProperty({ type: () => [PublicSectorGroupResponse] })
  bySector: readonly PublicSectorGroupResponse[];

  /** From this year to 2030 and every other year with a promise, then those without a deadline. */
  @ApiProperty({ type: () => [PublicYearGroupResponse] })
  byDeadlineYear: readonly PublicYearGroupResponse[];

  /** The first 200 figures that a linked instrument already counts. */
  @ApiProperty({ type: () => [PublicCountedElsewhereResponse] })
  countedElsewhere: readonly PublicCountedElsewhereResponse[];
}
