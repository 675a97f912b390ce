import { Module } from '@nestjs/common';
import { DeliveryModule } from './delivery.module';
import { CommitmentsController } from './http/commitments.controller';
import { LedgerController } from './http/ledger.controller';
import { SettlingController } from './http/settling.controller';
import { SummaryController } from './http/summary.controller';
import { ZonePromisesController } from './http/zone-promises.controller';

@Module({
  imports: [DeliveryModule],
  controllers: [
    CommitmentsController,
    LedgerController,
    SettlingController,
    SummaryController,
    ZonePromisesController,
  ],
})
export class DeliveryHttpModule {}
