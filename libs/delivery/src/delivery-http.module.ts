import { Module } from '@nestjs/common';
import { DeliveryModule } from './delivery.module';
import { CommitmentsController } from './http/commitments.controller';
import { SummaryController } from './http/summary.controller';

@Module({ imports: [DeliveryModule], controllers: [CommitmentsController, SummaryController] })
export class DeliveryHttpModule {}
