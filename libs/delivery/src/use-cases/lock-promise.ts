import { Injectable } from '@nestjs/common';
import { AgreementsInScope, LockCurrent } from '@app/agreements';
import { RecordNotFound } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import { DecidedPromise, DecisionRepository } from '../persistence/decision.repository';

/** What a locked agreement says, as the use cases of agreements have it. */
export type LockedAgreement = Awaited<ReturnType<LockCurrent['execute']>>;

export interface LockedPromise {
  readonly record: LockedAgreement;
  readonly promise: DecidedPromise;
}

/** Locks a promise with its agreement, so that a decision and a step of the agreement follow each other. */
@Injectable()
export class LockPromise {
  constructor(
    private readonly decisions: DecisionRepository,
    private readonly current: LockCurrent,
    private readonly inScope: AgreementsInScope,
  ) {}

  /** @throws RecordNotFound, RecordIsStale when the agreement is not in the revision that the caller names */
  async execute(tx: EntityManager, commitmentId: string, revision: number): Promise<LockedPromise> {
    const { agreementId } = await this.find(commitmentId);
    const record = await this.current.execute(tx, agreementId, revision);
    return { record, promise: await this.find(commitmentId) };
  }

  /** @throws RecordNotFound, also when it is out of the caller's scope */
  async find(commitmentId: string): Promise<DecidedPromise> {
    const promise = await this.decisions.promise(commitmentId, this.inScope.conditions);
    if (promise === null) throw new RecordNotFound();
    return promise;
  }
}
