import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './use-cases/audit-trail';

/** The audit trail, for every feature that writes. */
@Global()
@Module({ providers: [AuditTrail], exports: [AuditTrail] })
export class AuditModule {}
