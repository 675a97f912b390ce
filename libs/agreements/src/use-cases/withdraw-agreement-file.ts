import { Injectable } from '@nestjs/common';
import { type Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock, RecordNotFound } from '@app/kernel';
import { Outbox, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { IsNull } from 'typeorm';
import type { AgreementFileRole } from '../domain/agreement-file';
import { AlreadyWithdrawn } from '../domain/refusals';
import { AgreementFileEntity } from '../persistence/agreement-file.entity';
import { AgreementFileRepository } from '../persistence/agreement-file.repository';
import { agreementChanged } from './agreement-changed.event';
import { LockRecord } from './lock-record';
import { RequireScope } from './require-scope';

/** A file was withdrawn; it stays where it is, as proof of what had been recorded. */
export const agreementFileWithdrawn = auditKind<{
  readonly fileId: string;
  readonly role: AgreementFileRole;
  readonly sha256: string;
}>('agreement.file_withdrawn', 'agreement');

export interface AgreementFileToWithdraw {
  readonly agreementId: string;
  readonly fileId: string;
  readonly reason: string;
  readonly actor: Actor;
}

/** Withdraws a file that should not have been recorded. @throws RecordNotFound, OutsideScope, AlreadyWithdrawn */
@Injectable()
export class WithdrawAgreementFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: LockRecord,
    private readonly agreementFiles: AgreementFileRepository,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute({ agreementId, fileId, reason, actor }: AgreementFileToWithdraw): Promise<void> {
    await this.transactions.run(async (tx) => {
      const record = await this.records.read(tx, agreementId);
      const file = await this.agreementFiles.find(agreementId, fileId, null);
      if (!file) throw new RecordNotFound();
      await this.scope.at(
        tx,
        'agreement_file.withdraw',
        record.document ?? (await this.records.draftOf(agreementId)).document,
      );
      const { affected } = await tx.update(
        AgreementFileEntity,
        { id: fileId, withdrawnAt: IsNull() },
        {
          withdrawnBy: actor,
          withdrawnOn: this.calendar.today(),
          withdrawnAt: this.clock.now(),
          withdrawalReason: reason,
        },
      );
      if (affected !== 1) throw new AlreadyWithdrawn();
      await this.audit.note(tx, agreementFileWithdrawn, {
        actor,
        subjectId: agreementId,
        payload: { fileId, role: file.role, sha256: file.sha256 },
        reason,
      });
      await this.outbox.add(tx, agreementChanged, { agreementId });
    });
  }
}
