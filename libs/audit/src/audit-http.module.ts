import { Global, Module } from '@nestjs/common';
import { RecordHistory } from '@app/platform';
import { AuditModule } from './audit.module';
import { AuditController } from './http/audit.controller';
import { CheckpointsController } from './http/checkpoints.controller';
import { FindAuditEntry } from './use-cases/find-audit-entry';
import { ListAuditEntries } from './use-cases/list-audit-entries';
import { ListHistory } from './use-cases/list-history';
import { NameActors } from './use-cases/name-actors';

/** Reading the trail: for auditors, beside each record, and the checkpoints for everybody. */
@Global()
@Module({
  imports: [AuditModule],
  controllers: [AuditController, CheckpointsController],
  providers: [
    FindAuditEntry,
    ListAuditEntries,
    NameActors,
    { provide: RecordHistory, useClass: ListHistory },
  ],
  exports: [RecordHistory],
})
export class AuditHttpModule {}
