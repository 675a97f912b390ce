import { Module } from '@nestjs/common';
import { IndicatorsController } from './http/indicators.controller';
import { IndicatorsModule } from './indicators.module';

/** Routes of the national figures. */
@Module({ imports: [IndicatorsModule], controllers: [IndicatorsController] })
export class IndicatorsHttpModule {}
