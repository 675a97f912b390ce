import { LocalizedTextResponse, PageResponse } from '@app/platform';
import { ApiProperty } from '@nestjs/swagger';
import type { Figure } from '../domain/indicator';

export class IndicatorOfFigureResponse {
  code: string;
  names: LocalizedTextResponse;

  /** A stock at a moment, what flows in a period, a level, or what is added to a stock. */
  nature: 'stock' | 'flow' | 'level' | 'increment';
}

export class SourceOfFigureResponse {
  id: string;
  url: string;
}

export class FigureResponse implements Figure {
  id: string;
  indicator: IndicatorOfFigureResponse;
  kind: 'observation' | 'target';

  /** Mostly the indicator's; a net creation published beside a stock is a flow. */
  nature: 'stock' | 'flow' | 'level' | 'increment';

  /** The method, or the plan that sets the target; figures of different series are never joined. */
  series: string;

  /** A year, a half-year, a month, a day, or a span of years. */
  period: string | null;

  periodAbsence: 'not_stated' | 'unknown' | null;
  value: number;
  unit: string;
  qualifier: 'exactly' | 'at_least' | 'more_than' | 'about' | 'up_to' | 'not_stated';

  /** Code of the branch the figure is for; null for the whole sector. */
  sectorCode: string | null;

  /** Of a target: the method by which it is measured; null where the paper does not say. */
  measuredIn: string | null;

  note: string | null;
  source: SourceOfFigureResponse | null;
  sourceAbsence: 'not_stated' | 'unknown' | null;
  revision: number;
}

/** What a figure read before a correction. */
export class EarlierFigureResponse {
  @ApiProperty({ type: 'integer', description: 'The revision that it was' })
  number: number;

  value: number;
  period: string | null;
  periodAbsence: 'not_stated' | 'unknown' | null;
  qualifier: 'exactly' | 'at_least' | 'more_than' | 'about' | 'up_to' | 'not_stated';
  note: string | null;
  reason: string;

  @ApiProperty({ type: String, format: 'date' })
  correctedOn: string;
}

export class FigureWithPastResponse extends FigureResponse {
  /** The latest first; a correction erases nothing. */
  @ApiProperty({ type: () => [EarlierFigureResponse] })
  earlier: readonly EarlierFigureResponse[];
}

export class FigurePageResponse extends PageResponse {
  items: FigureResponse[];
}
