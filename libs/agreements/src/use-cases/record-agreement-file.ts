import { Injectable } from '@nestjs/common';
import { type Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock } from '@app/kernel';
import {
  type MediaType,
  Outbox,
  type ReceivedFile,
  StoredFiles,
  Transactions,
  newId,
  recogniseFile,
  shownFileName,
} from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { AgreementFileRole } from '../domain/agreement-file';
import { AlreadyRecorded } from '../domain/refusals';
import { AgreementFileEntity } from '../persistence/agreement-file.entity';
import { AgreementFileRepository } from '../persistence/agreement-file.repository';
import { agreementChanged } from './agreement-changed.event';
import { LockRecord } from './lock-record';
import { RequireScope } from './require-scope';

/** A file was recorded. What it is called may name somebody and is left out. */
export const agreementFileRecorded = auditKind<{
  readonly fileId: string;
  readonly role: AgreementFileRole;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: MediaType;
}>('agreement.file_recorded', 'agreement');

export interface AgreementFileToRecord {
  readonly agreementId: string;
  /** As it was received; the store keeps it only if it is recorded. */
  readonly file: ReceivedFile;
  /** What its sender calls it. */
  readonly name: string;
  readonly role: AgreementFileRole;
  readonly language: string | null;
  readonly title: string | null;
  readonly actor: Actor;
}

/**
 * Records a file of an agreement. @returns its id.
 * @throws RecordNotFound, OutsideScope, AlreadyRecorded when this very file stands there already, and what
 * `recogniseFile` refuses
 */
@Injectable()
export class RecordAgreementFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: LockRecord,
    private readonly agreementFiles: AgreementFileRepository,
    private readonly storedFiles: StoredFiles,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute(request: AgreementFileToRecord): Promise<string> {
    const { agreementId, file, role, actor } = request;
    const mediaType = await recogniseFile(file);
    return this.transactions.run(async (tx) => {
      const record = await this.records.read(tx, agreementId);
      await this.scope.at(
        tx,
        'agreement_file.record',
        record.document ?? (await this.records.draftOf(agreementId)).document,
      );
      if (await this.agreementFiles.standsAlready(tx, agreementId, file.sha256))
        throw new AlreadyRecorded('file');
      await this.storedFiles.keep(tx, file, mediaType);
      const id = newId();
      await tx.insert(AgreementFileEntity, {
        ...{ id, agreementId, role, sha256: file.sha256 },
        language: request.language,
        title: request.title,
        fileName: shownFileName(request.name, mediaType),
        recordedBy: actor,
        recordedOn: this.calendar.today(),
        recordedAt: this.clock.now(),
      });
      await this.audit.note(tx, agreementFileRecorded, {
        actor,
        subjectId: agreementId,
        payload: { fileId: id, role, sha256: file.sha256, bytes: file.bytes, mediaType },
      });
      await this.outbox.add(tx, agreementChanged, { agreementId });
      return id;
    });
  }
}
