import { Module } from '@nestjs/common';
import type { JobsModule } from '@app/platform';
import { ApplyRetentionProcessor } from './jobs/apply-retention.processor';
import { PrivacyModule } from './privacy.module';

const HANDLERS = [ApplyRetentionProcessor];

@Module({ imports: [PrivacyModule], providers: HANDLERS, exports: HANDLERS })
export class PrivacyJobsModule {}

/** What the worker does for this feature. */
export const PRIVACY_JOBS: JobsModule = { module: PrivacyJobsModule, handlers: HANDLERS };
