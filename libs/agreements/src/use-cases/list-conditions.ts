import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Page, PageRequest } from '@app/platform';
import { AgreementRepository } from '../persistence/agreement.repository';
import { ConditionRepository, ConditionRow } from '../persistence/condition.repository';
import { AgreementsInScope } from './agreements-in-scope';

/** The conditions precedent of an agreement. @throws RecordNotFound, also when it is out of the caller's scope */
@Injectable()
export class ListConditions {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly conditions: ConditionRepository,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(agreementId: string, page: PageRequest): Promise<Page<ConditionRow>> {
    if (!(await this.agreements.findRecord(agreementId, this.inScope.conditions))) throw new RecordNotFound();
    return this.conditions.list(agreementId, page);
  }

  /** @throws RecordNotFound */
  async find(agreementId: string, id: string): Promise<ConditionRow> {
    const condition = await this.conditions.find(agreementId, id);
    if (!condition) throw new RecordNotFound();
    return condition;
  }
}

export type { ConditionRow } from '../persistence/condition.repository';
