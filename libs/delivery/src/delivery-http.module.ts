import { Module } from '@nestjs/common';
import { DeliveryModule } from './delivery.module';
import { CommitmentsController } from './http/commitments.controller';
import { SummaryController } from './http/summary.controller';
import { ZonePromisesController } from './http/zone-promises.controller';

@Module({
  imports: [DeliveryModule],
  controllers: [CommitmentsController, SummaryController, ZonePromisesController],
})
export class DeliveryHttpModule {}
