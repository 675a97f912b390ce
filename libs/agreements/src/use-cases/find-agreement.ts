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
import { AgreementsInScope } from './agreements-in-scope';

/** One agreement with everything its page shows. */
export interface FoundAgreement {
  readonly record: AgreementRecordRow;
  readonly document: AgreementDocument;
  readonly names: NamedParts;
  readonly moves: readonly DeadlineMoveRow[];
  readonly links: readonly LinkRow[];
}

/** Finds one agreement with its current document. @throws RecordNotFound, also when it is out of the caller's scope */
@Injectable()
export class FindAgreement {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly namedParts: NamedPartsRepository,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(id: string): Promise<FoundAgreement> {
    const scope = this.inScope.conditions;
    const record = await this.agreements.findRecord(id, scope);
    if (record === null) throw new RecordNotFound();
    const names = await this.namedParts.resolve(record.document);
    const moves = await this.agreements.listMoves(id);
    const links = await this.agreements.listLinks(id, scope);
    return { record, document: withPersonalValues(record.document, names.capacities), names, moves, links };
  }
}
