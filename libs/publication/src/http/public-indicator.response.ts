import { LocalizedTextResponse } from '@app/platform';
import { ApiProperty } from '@nestjs/swagger';
import {
  COURSE_STANDINGS,
  type CourseStanding,
  SHARE_ABSENCES,
  type ShareAbsence,
} from '../use-cases/public-words';
import { PublicFigureResponse } from './public-summary.response';

type Nature = 'stock' | 'flow' | 'level' | 'increment';

export class PublicSeriesResponse {
  code: string;

  @ApiProperty({
    type: String,
    enum: ['method', 'plan'],
    description: 'A method observes, a plan sets targets',
  })
  kind: 'method' | 'plan';

  names: LocalizedTextResponse;
}

/** A national figure as it was published. */
export class PublicNationalFigureResponse {
  id: string;
  kind: 'observation' | 'target';
  nature: Nature;
  series: string;
  period: string | null;
  periodAbsence: 'not_stated' | 'unknown' | null;
  value: number;
  qualifier: 'exactly' | 'at_least' | 'more_than' | 'about' | 'up_to' | 'not_stated';

  /** Code of the branch that it is for; null for the whole sector. */
  sectorCode: string | null;

  /** Of a target: the method by which it is measured. */
  measuredIn: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where it was published' })
  sourceUrl: string | null;

  sourceAbsence: 'not_stated' | 'unknown' | null;
}

export class PublicPaceResponse {
  @ApiProperty({ type: String, enum: ['published_change', 'two_observations'] })
  by: 'published_change' | 'two_observations';

  perYear: number;

  @ApiProperty({ type: () => [String] })
  periods: readonly string[];
}

/** The way from what was observed last to a target, along the method by which the target is measured. */
export class PublicCourseResponse {
  @ApiProperty({ type: String, nullable: true })
  targetPeriod: string | null;

  targetValue: number;
  measuredIn: string | null;

  @ApiProperty({ type: String, enum: COURSE_STANDINGS })
  standing: CourseStanding;

  @ApiProperty({ type: String, nullable: true, description: 'Of the last observation' })
  latestPeriod: string | null;

  @ApiProperty({ type: Number, nullable: true })
  latestValue: number | null;

  @ApiProperty({ type: Number, nullable: true })
  remaining: number | null;

  @ApiProperty({ type: Number, nullable: true })
  years: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'To be added a year from the last observation' })
  paceNeeded: number | null;

  @ApiProperty({ type: () => [PublicPaceResponse] })
  pacesObserved: readonly PublicPaceResponse[];

  @ApiProperty({ type: Number, nullable: true, description: 'Where the first pace leads' })
  atThisPace: number | null;
}

export class PublicShareResponse {
  numerator: number;
  denominator: number;
  value: number;
}

export class PublicDueByTargetResponse {
  total: number;

  @ApiProperty({ type: 'integer' })
  commitments: number;

  @ApiProperty({ type: String, description: 'The address of exactly the rows behind the total' })
  rows: string;
}

/** Firm promises of one set of axes; lines are never added to each other. */
export class PublicFirmLineResponse {
  relation: string;
  stability: string;
  basis: string;
  total: number;

  @ApiProperty({ type: 'integer' })
  commitments: number;

  dueByTarget: PublicDueByTargetResponse;

  /** Of what is missing to the target. */
  share: PublicShareResponse | null;

  @ApiProperty({ type: String, enum: SHARE_ABSENCES, nullable: true })
  shareAbsence: ShareAbsence | null;

  @ApiProperty({ type: String, description: 'The address of exactly the rows behind the total' })
  rows: string;
}

/** Published promises beside a course; programme aims and capacities are told to be there, and never added. */
export class PublicPromisesBesideResponse {
  kind: string;
  unit: string;

  @ApiProperty({ type: 'integer' })
  targetYear: number;

  @ApiProperty({ type: () => [PublicFirmLineResponse] })
  firm: readonly PublicFirmLineResponse[];

  /** Commitments that are aims of programmes. */
  programme: PublicFigureResponse;

  /** Commitments that are capacities of sites. */
  capacity: PublicFigureResponse;
}

export class PublicIndicatorResponse {
  code: string;
  names: LocalizedTextResponse;
  definition: LocalizedTextResponse;
  nature: Nature;
  unit: string;

  @ApiProperty({ type: () => [PublicSeriesResponse] })
  series: readonly PublicSeriesResponse[];

  @ApiProperty({ type: () => [PublicNationalFigureResponse] })
  figures: readonly PublicNationalFigureResponse[];

  @ApiProperty({ type: () => [PublicCourseResponse] })
  courses: readonly PublicCourseResponse[];

  /** Beside the course to the last target; null where no promises stand beside it. */
  promised: PublicPromisesBesideResponse | null;
}

export class PublicIndicatorsResponse {
  @ApiProperty({ type: () => [PublicIndicatorResponse] })
  items: readonly PublicIndicatorResponse[];
}
