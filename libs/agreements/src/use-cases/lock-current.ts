import { Injectable } from '@nestjs/common';
import { RecordIsStale } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import { NoCurrentVersion } from '../domain/refusals';
import { AgreementEntity } from '../persistence/agreement.entities';
import type { CurrentRecordRow } from '../persistence/agreement.repository';
import { LockRecord } from './lock-record';

/** Locks agreements that have a current version, for use cases that change something beside their documents. */
@Injectable()
export class LockCurrent {
  constructor(private readonly lockRecord: LockRecord) {}

  /** @throws RecordNotFound, RecordIsStale when it is not in the revision that the caller names, NoCurrentVersion */
  async execute(tx: EntityManager, agreementId: string, expectedRevision: number): Promise<CurrentRecordRow> {
    const record = await this.lockRecord.execute(tx, agreementId, expectedRevision);
    if (record.version_number === null || record.document === null) throw new NoCurrentVersion();
    return record as CurrentRecordRow;
  }

  /** Gives the record its next revision, with the columns that change. @throws RecordIsStale */
  async change(
    tx: EntityManager,
    { id, revision }: Pick<CurrentRecordRow, 'id' | 'revision'>,
    columns: Partial<Pick<AgreementEntity, 'legalState' | 'legalStateSince' | 'published'>> = {},
  ): Promise<void> {
    const { affected } = await tx.update(
      AgreementEntity,
      { id, revision },
      { ...columns, revision: revision + 1 },
    );
    if (affected !== 1) throw new RecordIsStale();
  }
}
