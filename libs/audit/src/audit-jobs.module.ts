import { Module } from '@nestjs/common';
import type { JobsModule } from '@app/platform';
import { AuditModule } from './audit.module';
import { AuditSealer } from './jobs/audit-sealer';
import { MakeCheckpointProcessor } from './jobs/make-checkpoint.processor';
import { VerifyTrailProcessor } from './jobs/verify-trail.processor';
import { VerifyTrail } from './use-cases/verify-trail';

const HANDLERS = [MakeCheckpointProcessor, VerifyTrailProcessor];

@Module({
  imports: [AuditModule],
  providers: [AuditSealer, VerifyTrail, ...HANDLERS],
  exports: [AuditSealer, ...HANDLERS],
})
export class AuditJobsModule {}

/** What the worker does for this feature. */
export const AUDIT_JOBS: JobsModule = { module: AuditJobsModule, handlers: HANDLERS };
