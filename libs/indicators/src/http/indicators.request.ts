import { QUALIFIERS, type Qualifier } from '@app/kernel';
import { Choice, Figure, PageQuery, Text } from '@app/platform';
import {
  FIGURE_ABSENCES,
  FIGURE_KINDS,
  type FigureAbsence,
  type FigureCorrection,
  type FigureKind,
  LARGEST_FIGURE,
} from '../domain/indicator';

export class IndicatorsQuery extends PageQuery {
  @Text({ max: 60, optional: true, description: 'Code of an indicator' })
  indicator?: string | null;

  @Choice(FIGURE_KINDS, { optional: true })
  kind?: FigureKind | null;

  @Text({ max: 20, optional: true, description: 'Code of a branch of the sector' })
  sector?: string | null;
}

export class FigureCorrectionRequest implements FigureCorrection {
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
}
