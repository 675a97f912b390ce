import { Module } from '@nestjs/common';
import { DataRequestsController } from './http/data-requests.controller';
import { ProcessingsController } from './http/processings.controller';
import { RetentionRunsController } from './http/retention-runs.controller';
import { PrivacyModule } from './privacy.module';

/** Routes of the register of processings, of requests about personal data and of the retention job. */
@Module({
  imports: [PrivacyModule],
  controllers: [DataRequestsController, ProcessingsController, RetentionRunsController],
})
export class PrivacyHttpModule {}
