import { Module } from '@nestjs/common';
import type { JobsModule } from '@app/platform';
import { IdentityModule } from './identity.module';
import { SendAccountNoticeProcessor } from './jobs/send-account-notice.processor';
import { SendIdentityMailProcessor } from './jobs/send-identity-mail.processor';

const HANDLERS = [SendAccountNoticeProcessor, SendIdentityMailProcessor];

@Module({ imports: [IdentityModule], providers: HANDLERS, exports: HANDLERS })
export class IdentityJobsModule {}

/** What the worker does for this feature. */
export const IDENTITY_JOBS: JobsModule = { module: IdentityJobsModule, handlers: HANDLERS };
