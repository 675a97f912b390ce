import { Injectable } from '@nestjs/common';
import { RecordIsStale, RecordNotFound } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { AgreementRecordRow } from '../persistence/agreement.repository';
import { AgreementRepository } from '../persistence/agreement.repository';
import type { AgreementDraftEntity } from '../persistence/draft.entities';
import { DraftRepository } from '../persistence/draft.repository';
import { AgreementsInScope } from './agreements-in-scope';

/** Reads the record of an agreement under its lock, so that whoever comes next sees what was done. */
@Injectable()
export class LockRecord {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly drafts: DraftRepository,
    private readonly inScope: AgreementsInScope,
  ) {}

  /** @throws RecordNotFound, also when it is out of the caller's scope */
  async read(tx: EntityManager, agreementId: string): Promise<AgreementRecordRow> {
    const locked = await this.agreements.lock(tx, agreementId);
    const record = locked && (await this.agreements.findRecord(agreementId, this.inScope.conditions));
    if (!record) throw new RecordNotFound();
    return record;
  }

  /** @throws RecordNotFound; RecordIsStale when it has another revision */
  async execute(tx: EntityManager, agreementId: string, revision: number): Promise<AgreementRecordRow> {
    const record = await this.read(tx, agreementId);
    if (record.revision !== revision) throw new RecordIsStale();
    return record;
  }

  /** The open draft of a locked agreement. @throws RecordNotFound when there is none */
  async draftOf(agreementId: string): Promise<AgreementDraftEntity> {
    const draft = await this.drafts.findOpen(agreementId);
    if (draft === null) throw new RecordNotFound();
    return draft;
  }
}
