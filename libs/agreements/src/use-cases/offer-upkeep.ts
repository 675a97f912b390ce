import { Injectable } from '@nestjs/common';
import { type ActionOffer, type Hindrance, type Permission, hindranceBy, offerOf } from '@app/kernel';
import { Transactions } from '@app/platform';
import { NoCurrentVersion } from '../domain/refusals';
import { AgreementRepository } from '../persistence/agreement.repository';
import { AgreementsInScope } from './agreements-in-scope';
import type { Chain } from './find-chain';
import type { DuplicateRow } from './find-duplicates';
import type { ContradictionView } from './list-contradictions';
import { RequireScope } from './require-scope';

/** What may be done with links of an agreement: with all of them, and with each. */
export interface ChainOffers {
  readonly own: readonly ActionOffer<'record_link'>[];
  readonly ofLink: (link: Chain['links'][number]) => readonly ActionOffer<'withdraw'>[];
}

export type ContradictionAction = 'decide' | 'withdraw_decision';

const notPossible = (action: string, state: string): Hindrance => ({
  code: 'action_not_possible',
  values: { action, state },
});

/**
 * What whoever asks may do, or why not, with what stands beside the versions of an agreement: its links, where its
 * sources disagree, and what may be the same. The same questions as the steps themselves ask.
 */
@Injectable()
export class OfferUpkeep {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly inScope: AgreementsInScope,
    private readonly scope: RequireScope,
    private readonly transactions: Transactions,
  ) {}

  /** A link is withdrawn from either of the two instruments that it connects. */
  async ofChain({ agreementId }: Pick<Chain, 'agreementId'>): Promise<ChainOffers> {
    const judge = await this.judge(agreementId);
    const withdrawal = judge('link.withdraw');
    return {
      own: [offerOf('record_link', [judge('link.record')])],
      ofLink: ({ fromAgreementId, toAgreementId }) => {
        const isOwn = [fromAgreementId, toAgreementId].includes(agreementId);
        return [offerOf('withdraw', [withdrawal, isOwn ? null : notPossible('withdraw', 'of_others')])];
      },
    };
  }

  /** @returns the offers of each contradiction of the agreement */
  async ofContradictions(
    agreementId: string,
  ): Promise<(view: Pick<ContradictionView, 'decision'>) => readonly ActionOffer<ContradictionAction>[]> {
    const permission = (await this.judge(agreementId))('contradiction.decide');
    return ({ decision }) => [
      offerOf('decide', [permission]),
      offerOf('withdraw_decision', [
        permission,
        decision === null ? notPossible('withdraw_decision', 'open') : null,
      ]),
    ];
  }

  /** Whoever may decide where one of two agreements lies decides about both. */
  async ofPair({
    agreementA,
    agreementB,
  }: Pick<DuplicateRow, 'agreementA' | 'agreementB'>): Promise<readonly ActionOffer<'decide'>[]> {
    const there = (await this.judge(agreementA.id))('duplicate.decide');
    if (there === null) return [offerOf('decide', [])];
    return [offerOf('decide', [(await this.judge(agreementB.id))('duplicate.decide')])];
  }

  private async judge(agreementId: string): Promise<(permission: Permission) => Hindrance | null> {
    const record = await this.agreements.findRecord(agreementId, this.inScope.conditions);
    if (!record?.document) return () => hindranceBy(new NoCurrentVersion());
    return this.scope.judge(this.transactions.reader, record.document);
  }
}
