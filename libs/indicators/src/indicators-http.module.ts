import { Module } from '@nestjs/common';
import { IndicatorFiguresController } from './http/indicator-figures.controller';
import { IndicatorsController } from './http/indicators.controller';
import { IndicatorsModule } from './indicators.module';

/** Routes of the national figures. */
@Module({
  imports: [IndicatorsModule],
  controllers: [IndicatorFiguresController, IndicatorsController],
})
export class IndicatorsHttpModule {}
