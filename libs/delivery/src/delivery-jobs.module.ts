import { Module } from '@nestjs/common';
import type { JobsModule } from '@app/platform';
import { AskForReportsProcessor } from './jobs/ask-for-reports.processor';
import { DeliveryModule } from './delivery.module';
import { RefreshStandingsProcessor } from './jobs/refresh-standings.processor';
import { ReportingModule } from './reporting.module';
import { SendReplyNoticeProcessor } from './jobs/send-reply-notice.processor';

const HANDLERS = [AskForReportsProcessor, RefreshStandingsProcessor, SendReplyNoticeProcessor];

@Module({ imports: [DeliveryModule, ReportingModule], providers: HANDLERS, exports: HANDLERS })
export class DeliveryJobsModule {}

/** What the worker does for this feature. */
export const DELIVERY_JOBS: JobsModule = { module: DeliveryJobsModule, handlers: HANDLERS };
