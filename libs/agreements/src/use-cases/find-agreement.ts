import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { AgreementDocument } from '../domain/agreement-document';
import { withPersonalValues } from '../domain/stored-document';
import {
  AgreementRecordRow,
  AgreementRepository,
  DeadlineMoveRow,
  LinkRow,
} from '../persistence/agreement.repository';
import { NamedParts, NamedPartsRepository } from '../persistence/named-parts.repository';

/** One agreement with everything its page shows. */
export interface FoundAgreement {
  readonly record: AgreementRecordRow;
  readonly document: AgreementDocument;
  readonly names: NamedParts;
  readonly moves: readonly DeadlineMoveRow[];
  readonly links: readonly LinkRow[];
}

/** Finds one agreement with its current document. @throws RecordNotFound */
@Injectable()
export class FindAgreement {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly namedParts: NamedPartsRepository,
  ) {}

  async execute(id: string): Promise<FoundAgreement> {
    const record = await this.agreements.findRecord(id);
    if (record === null) throw new RecordNotFound();
    const names = await this.namedParts.resolve(record.document);
    const moves = await this.agreements.listMoves(id);
    const links = await this.agreements.listLinks(id);
    return { record, document: withPersonalValues(record.document, names.capacities), names, moves, links };
  }
}
