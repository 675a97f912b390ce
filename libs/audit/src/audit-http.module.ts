import { Global, Module } from '@nestjs/common';
import { RecordHistory } from '@app/platform';
import { AuditModule } from './audit.module';
import { AuditController } from './http/audit.controller';
import { CheckpointsController } from './http/checkpoints.controller';
import { VerificationsController } from './http/verifications.controller';
import { FindAuditEntry } from './use-cases/find-audit-entry';
import { FindVerifications } from './use-cases/find-verifications';
import { ListAuditEntries } from './use-cases/list-audit-entries';
import { ListHistory } from './use-cases/list-history';
import { NameActors } from './use-cases/name-actors';
import { RequestVerification } from './use-cases/request-verification';

/** Reading the trail: for auditors, beside each record, and the checkpoints for everybody. */
@Global()
@Module({
  imports: [AuditModule],
  controllers: [AuditController, CheckpointsController, VerificationsController],
  providers: [
    FindAuditEntry,
    FindVerifications,
    ListAuditEntries,
    NameActors,
    RequestVerification,
    { provide: RecordHistory, useClass: ListHistory },
  ],
  exports: [RecordHistory],
})
export class AuditHttpModule {}
