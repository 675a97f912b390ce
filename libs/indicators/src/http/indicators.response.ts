import { LocalizedTextResponse } from '@app/platform';
import { ApiProperty } from '@nestjs/swagger';
import { COURSE_STANDINGS, type CourseStanding } from '../domain/course';
import type { Nature } from '../domain/indicator';
import { SHARE_ABSENCES, type ShareAbsence } from '../domain/promises-beside';
import { FigureResponse } from './indicator-figures.response';

export class SeriesResponse {
  code: string;

  @ApiProperty({
    type: String,
    enum: ['method', 'plan'],
    description: 'A method observes, a plan sets targets',
  })
  kind: 'method' | 'plan';

  names: LocalizedTextResponse;
}

export class CourseFigureResponse {
  id: string;
  nature: Nature;
  series: string;
  sectorCode: string | null;
  period: string | null;
  value: number;
}

export class CourseTargetResponse extends CourseFigureResponse {
  /** The method by which it is measured; null where no paper says by which. */
  measuredIn: string | null;
}

/** How fast the indicator was seen to move. */
export class ObservedPaceResponse {
  @ApiProperty({ type: String, enum: ['published_change', 'two_observations'] })
  by: 'published_change' | 'two_observations';

  perYear: number;

  /** The ids of the figures that it is made of. */
  @ApiProperty({ type: () => [String] })
  figures: readonly string[];

  @ApiProperty({ type: () => [String] })
  periods: readonly string[];
}

/** The way from what was observed last to a target, along the one method by which the target is measured. */
export class CourseResponse {
  target: CourseTargetResponse;

  @ApiProperty({ type: String, enum: COURSE_STANDINGS })
  standing: CourseStanding;

  latest: CourseFigureResponse | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Missing to the target, in the unit' })
  remaining: number | null;

  @ApiProperty({ type: Number, nullable: true, description: "Years to the end of the target's period" })
  years: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'To be added a year from the last observation' })
  paceNeeded: number | null;

  /** The published change first; empty where there is not enough to tell. */
  @ApiProperty({ type: () => [ObservedPaceResponse] })
  pacesObserved: readonly ObservedPaceResponse[];

  @ApiProperty({ type: Number, nullable: true, description: 'Where the first pace leads' })
  atThisPace: number | null;
}

export class PromisedAsResponse {
  kind: string;
  unit: string;

  @ApiProperty({ type: Number, description: 'How many of that unit make one of the indicator' })
  perUnit: number;
}

export class IndicatorResponse {
  /** What addresses name it by. */
  code: string;

  names: LocalizedTextResponse;
  definition: LocalizedTextResponse;
  nature: Nature;
  unit: string;
  note: string | null;

  /** Which promises of the register stand beside it; null when none do. */
  promisedAs: PromisedAsResponse | null;

  @ApiProperty({ type: () => [SeriesResponse] })
  series: readonly SeriesResponse[];

  /** By kind, series and period; figures of different series are never joined. */
  @ApiProperty({ type: () => [FigureResponse] })
  figures: readonly FigureResponse[];

  /** To each target of the whole sector, the last one last. */
  @ApiProperty({ type: () => [CourseResponse] })
  courses: readonly CourseResponse[];
}

export class IndicatorsResponse {
  @ApiProperty({ type: () => [IndicatorResponse] })
  items: readonly IndicatorResponse[];
}

/** Of how much a number is a part. */
export class ShareResponse {
  numerator: number;
  denominator: number;
  value: number;
}

export class DueByTargetResponse {
  total: number;

  @ApiProperty({ type: 'integer' })
  commitments: number;
}

/** Firm promises of one set of axes; lines are never added to each other. */
export class FirmLineResponse {
  relation: string;
  stability: string;
  basis: string;

  @ApiProperty({ type: Number, description: "In the indicator's unit, whatever the deadline" })
  total: number;

  @ApiProperty({ type: 'integer' })
  commitments: number;

  dueByTarget: DueByTargetResponse;

  /** Of what is missing to the target. */
  share: ShareResponse | null;

  @ApiProperty({ type: String, enum: SHARE_ABSENCES, nullable: true })
  shareAbsence: ShareAbsence | null;
}

export class LeftOutResponse {
  @ApiProperty({ type: 'integer' })
  programme: number;

  @ApiProperty({ type: 'integer' })
  capacity: number;
}

/** The register's promises beside a course; programme aims and capacities are told to be there, and never added. */
export class PromisesBesideResponse {
  promisedAs: PromisedAsResponse;

  @ApiProperty({ type: 'integer' })
  targetYear: number;

  @ApiProperty({ type: () => [FirmLineResponse] })
  firm: readonly FirmLineResponse[];

  /** Commitments that are no firm promises. */
  leftOut: LeftOutResponse;
}

export class IndicatorWithPromisesResponse extends IndicatorResponse {
  /** Beside the course to the last target; null where no promises stand beside it. */
  promised: PromisesBesideResponse | null;
}
