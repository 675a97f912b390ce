import { Module } from '@nestjs/common';
import { AgreementsModule } from '@app/agreements';
import { DeliveryModule } from '@app/delivery';
import { AccessModule } from '@app/identity';
import { ReferenceModule } from '@app/reference';
import { IndicatorRepository } from './persistence/indicator.repository';
import { CorrectIndicatorFigure } from './use-cases/correct-indicator-figure';
import { FindIndicator } from './use-cases/find-indicator';
import { FindIndicatorFigure } from './use-cases/find-indicator-figure';
import { ListIndicators } from './use-cases/list-indicators';
import { PromisesBesideIndicator } from './use-cases/promises-beside-indicator';
import { RecordIndicator } from './use-cases/record-indicator';
import { RecordIndicatorFigure } from './use-cases/record-indicator-figure';
import { ShowIndicator } from './use-cases/show-indicator';

const USE_CASES = [
  CorrectIndicatorFigure,
  FindIndicator,
  FindIndicatorFigure,
  ListIndicators,
  PromisesBesideIndicator,
  RecordIndicator,
  RecordIndicatorFigure,
  ShowIndicator,
];

/** National figures: what they mean, what was observed and what is aimed at. */
@Module({
  imports: [AccessModule, AgreementsModule, DeliveryModule, ReferenceModule],
  providers: [IndicatorRepository, ...USE_CASES],
  exports: USE_CASES,
})
export class IndicatorsModule {}
