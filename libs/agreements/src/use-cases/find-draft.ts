import { Injectable } from '@nestjs/common';
import { type ActionOffer, RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import { Difference, differencesBetween } from '../domain/differences';
import type { DraftAction } from '../domain/version-workflow';
import { AgreementRecordRow, AgreementRepository } from '../persistence/agreement.repository';
import { DraftRepository, DraftStepRow } from '../persistence/draft.repository';
import { AgreementsInScope } from './agreements-in-scope';
import { type JudgedDraft, ReadDraft } from './read-draft';

/** The open draft with everything that is needed to go on with it. */
export interface DraftOnItsPage extends JudgedDraft {
  readonly record: AgreementRecordRow;
  readonly offers: readonly ActionOffer<DraftAction>[];
  readonly changes: readonly Difference[];
  readonly steps: readonly DraftStepRow[];
}

/** Finds the open draft of an agreement; drafts are of the house. @throws RecordNotFound, also when there is none */
@Injectable()
export class FindDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly drafts: DraftRepository,
    private readonly readDraft: ReadDraft,
    private readonly inScope: AgreementsInScope,
  ) {}

  /** @param actor who asks, for what they may do. */
  async execute(agreementId: string, actor: string): Promise<DraftOnItsPage> {
    const { conditions, isOfTheHouse } = this.inScope;
    const record = isOfTheHouse ? await this.agreements.findRecord(agreementId, conditions) : null;
    const draft = record && (await this.drafts.findOpen(agreementId));
    if (!draft) throw new RecordNotFound();
    const judged = await this.readDraft.execute(this.transactions.reader, record, draft, actor);
    const { base, document } = judged.facts;
    const changes = base === null ? [] : differencesBetween(base, document);
    const offers = this.readDraft.offersOf(judged);
    return { ...judged, offers, record, changes, steps: await this.drafts.listSteps(draft.id) };
  }
}
