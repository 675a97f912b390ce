import { Module } from '@nestjs/common';
import { AccessModule } from '@app/identity';
import { IndicatorRepository } from './persistence/indicator.repository';
import { CorrectIndicatorFigure } from './use-cases/correct-indicator-figure';
import { FindIndicatorFigure } from './use-cases/find-indicator-figure';
import { ListIndicators } from './use-cases/list-indicators';
import { RecordIndicator } from './use-cases/record-indicator';
import { RecordIndicatorFigure } from './use-cases/record-indicator-figure';

const USE_CASES = [
  CorrectIndicatorFigure,
  FindIndicatorFigure,
  ListIndicators,
  RecordIndicator,
  RecordIndicatorFigure,
];

/** National figures: what they mean, what was observed and what is aimed at. */
@Module({ imports: [AccessModule], providers: [IndicatorRepository, ...USE_CASES], exports: USE_CASES })
export class IndicatorsModule {}
