import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import { DecisionRepository, DecisionRow } from '../persistence/decision.repository';
import { LockPromise } from './lock-promise';

/** What was decided about a promise, withdrawn decisions included. @throws RecordNotFound */
@Injectable()
export class ListDecisions {
  constructor(
    private readonly decisions: DecisionRepository,
    private readonly promises: LockPromise,
  ) {}

  async execute(commitmentId: string, page: PageRequest): Promise<Page<DecisionRow>> {
    await this.promises.find(commitmentId);
    return this.decisions.list(commitmentId, page);
  }
}

export type { DecisionRow } from '../persistence/decision.repository';
