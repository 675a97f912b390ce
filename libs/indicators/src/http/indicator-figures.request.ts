import { QUALIFIERS, type Qualifier } from '@app/kernel';
import { Choice, Figure, PageQuery, RecordReference, Text } from '@app/platform';
import {
  FIGURE_ABSENCES,
  FIGURE_KINDS,
  type FigureAbsence,
  type FigureContent,
  type FigureKind,
  LARGEST_FIGURE,
  NATURES,
  type Nature,
} from '../domain/indicator';
import type { ReasonedCorrection } from '../use-cases/correct-indicator-figure';

export class FiguresQuery extends PageQuery {
  @Text({ max: 60, optional: true, description: 'Code of an indicator' })
  indicator?: string | null;

  @Choice(FIGURE_KINDS, { optional: true })
  kind?: FigureKind | null;

  @Text({ max: 20, optional: true, description: 'Code of a branch of the sector' })
  sector?: string | null;
}

export class FigureCorrectionRequest implements ReasonedCorrection {
  @Figure({ min: -LARGEST_FIGURE, max: LARGEST_FIGURE, optional: true })
  value?: number | null;

  @Text({
    max: 30,
    example: '2024-H1',
    optional: true,
    description: 'As 2024, 2024-H1, 2024-06 or 2023/2024',
  })
  period?: string | null;

  @Choice(FIGURE_ABSENCES, { optional: true, description: 'Why there is no period' })
  periodAbsence?: FigureAbsence | null;

  @Choice(QUALIFIERS, { optional: true })
  qualifier?: Qualifier | null;

  @Text({ optional: true })
  note?: string | null;

  @Text({ max: 1000, description: 'Why it is corrected; read beside what the figure said before' })
  reason: string;
}

export class FigureRequest {
  @Text({ max: 60, description: 'Code of an indicator' })
  indicatorCode: string;

  @Choice(FIGURE_KINDS)
  kind: FigureKind;

  @Choice(NATURES, { description: "Mostly the indicator's; a change published beside a stock is a flow" })
  nature: Nature;

  @Text({ max: 60, description: 'Code of a series of the indicator: a method, or the plan of a target' })
  series: string;

  @Text({ max: 30, example: '2025', optional: true, description: 'As 2024, 2024-H1, 2024-06 or 2023/2024' })
  period?: string | null;

  @Choice(FIGURE_ABSENCES, { optional: true, description: 'Why there is no period' })
  periodAbsence?: FigureAbsence | null;

  @Figure({ min: -LARGEST_FIGURE, max: LARGEST_FIGURE })
  value: number;

  @Text({ max: 30, description: "The indicator's unit" })
  unit: string;

  @Choice(QUALIFIERS, { optional: true, description: 'not_stated when left out' })
  qualifier?: Qualifier | null;

  @Text({ max: 20, optional: true, description: 'Code of a branch; left out for the whole sector' })
  sectorCode?: string | null;

  @Text({ max: 60, optional: true, description: 'Of a target: the method by which it is measured' })
  measuredIn?: string | null;

  @Text({ optional: true })
  note?: string | null;

  @RecordReference({ description: 'The source that published it' })
  sourceId: string;
}

/** The figure that a request records; whoever records one by hand names its source. */
export function figureContentOf(request: FigureRequest): FigureContent {
  const { period = null, periodAbsence = null, sectorCode = null, measuredIn = null, note = null } = request;
  return {
    ...request,
    ...{ period, periodAbsence, sectorCode, measuredIn, note, sourceAbsence: null },
    qualifier: request.qualifier ?? 'not_stated',
  };
}
