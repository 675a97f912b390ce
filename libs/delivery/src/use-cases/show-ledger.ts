import { Injectable } from '@nestjs/common';
import { AgreementsInScope } from '@app/agreements';
import { RecordNotFound } from '@app/kernel';
import { type Ledger, ledgerOf } from '../domain/ledger';
import { LedgerRepository } from '../persistence/ledger.repository';

/** The ledger of one promise. */
export interface ShownLedger extends Ledger {
  readonly commitmentId: string;
  readonly agreementId: string;
}

/**
 * Shows what was first promised, what moved it since and under which act. Who sees only the public part of an agreement
 * sees no earlier versions, and no ledger made of them.
 * @throws RecordNotFound
 */
@Injectable()
export class ShowLedger {
  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(commitmentId: string): Promise<ShownLedger> {
    const facts = await this.ledgers.facts(commitmentId, this.inScope.withHistory);
    if (facts === null) throw new RecordNotFound();
    const { agreementId, versions, moves, decisions } = facts;
    return { commitmentId, agreementId, ...ledgerOf(versions, moves, decisions) };
  }
}
