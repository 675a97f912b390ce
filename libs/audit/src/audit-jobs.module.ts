import { Module } from '@nestjs/common';
import type { JobsModule } from '@app/platform';
import { AuditModule } from './audit.module';
import { AuditSealer } from './jobs/audit-sealer';
import { MakeCheckpointProcessor } from './jobs/make-checkpoint.processor';

const HANDLERS = [MakeCheckpointProcessor];

@Module({
  imports: [AuditModule],
  providers: [AuditSealer, ...HANDLERS],
  exports: [AuditSealer, ...HANDLERS],
})
export class AuditJobsModule {}

/** What the worker does for this feature. */
export const AUDIT_JOBS: JobsModule = { module: AuditJobsModule, handlers: HANDLERS };
