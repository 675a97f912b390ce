import { Module } from '@nestjs/common';
import { AccountRecordRepository } from './persistence/account-record.repository';
import { DemonstrationRepository } from './persistence/demonstration.repository';
import { CloseDemonstration } from './use-cases/close-demonstration';
import { OpenDemonstration } from './use-cases/open-demonstration';

/** Demonstrations: only the first content opens one, and only a start closes it. */
@Module({
  providers: [AccountRecordRepository, DemonstrationRepository, CloseDemonstration, OpenDemonstration],
  exports: [CloseDemonstration, OpenDemonstration],
})
export class DemonstrationModule {}
