import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { inChainOrder } from '../domain/instrument-chain';
import {
  ChainLink,
  ChainRepository,
  ChainedInstrument,
  ChainedPromises,
  MOST_CHAINED,
} from '../persistence/chain.repository';
import { AgreementsInScope } from './agreements-in-scope';

/** Memorandum, convention, amendment …: every instrument connected with one, in the order in which they follow. */
export interface Chain {
  readonly agreementId: string;
  readonly instruments: readonly ChainedInstrument[];
  /** Whether there are more than are answered. */
  readonly incomplete: boolean;
  readonly links: readonly ChainLink[];
  readonly promises: readonly ChainedPromises[];
}

/** Finds the chain in which an agreement stands. @throws RecordNotFound, also when it is out of the caller's scope */
@Injectable()
export class FindChain {
  constructor(
    private readonly chains: ChainRepository,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(agreementId: string): Promise<Chain> {
    const scope = this.inScope.conditions;
    const found = await this.chains.instruments(agreementId, scope);
    if (found.length === 0) throw new RecordNotFound();
    const instruments = found.slice(0, MOST_CHAINED);
    const ids = instruments.map(({ id }) => id);
    const links = await this.chains.links(ids);
    const follows = links
      .filter(({ kind }) => kind !== 'same_project')
      .map(({ fromAgreementId: from, toAgreementId: to }) => ({ from, to }));
    return {
      agreementId,
      instruments: inChainOrder(instruments, follows),
      incomplete: found.length > MOST_CHAINED,
      // Who recorded a link is of the house, as a note is.
      links: scope.length === 0 ? links : links.map((link) => ({ ...link, recordedBy: null })),
      promises: await this.chains.promises(ids, scope),
    };
  }
}
