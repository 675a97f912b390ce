import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Page, PageRequest } from '@app/platform';
import { AgreementRepository } from '../persistence/agreement.repository';
import { LegalLifeRepository, LegalStepRow } from '../persistence/legal-life.repository';
import { AgreementsInScope } from './agreements-in-scope';

/** The legal steps of an agreement, the latest first. @throws RecordNotFound, also when it is out of the caller's scope */
@Injectable()
export class ListLegalSteps {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly legalLife: LegalLifeRepository,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(agreementId: string, page: PageRequest): Promise<Page<LegalStepRow>> {
    if (!(await this.agreements.findRecord(agreementId, this.inScope.conditions))) throw new RecordNotFound();
    return this.legalLife.listSteps(agreementId, page);
  }
}

export type { LegalStepRow } from '../persistence/legal-life.repository';
