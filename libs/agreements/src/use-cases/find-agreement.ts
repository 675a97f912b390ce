import { Injectable } from '@nestjs/common';
import { type ActionOffer, type CalendarDate, RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import { Completeness, completenessOf } from '../domain/completeness';
import type { DraftDocument } from '../domain/draft-document';
import { withPersonalValues } from '../domain/stored-document';
import type { DraftAction } from '../domain/version-workflow';
import {
  AgreementRecordRow,
  AgreementRepository,
  DeadlineMoveRow,
  LinkRow,
  recordFacts,
} from '../persistence/agreement.repository';
import type { AgreementDraftEntity } from '../persistence/draft.entities';
import { DraftRepository } from '../persistence/draft.repository';
import { NamedParts, NamedPartsRepository } from '../persistence/named-parts.repository';
import { AgreementsInScope } from './agreements-in-scope';
import { DescribeLegalLife, type LegalLife } from './describe-legal-life';
import { ReadAsOf } from './read-as-of';
import { ReadDraft } from './read-draft';
import { StoreDocument } from './store-document';

/** The open draft of an agreement, and what the caller may do with it. */
export interface FoundDraft {
  readonly draft: AgreementDraftEntity;
  readonly offers: readonly ActionOffer<DraftAction>[];
}

/** One agreement with everything its page shows. */
export interface FoundAgreement {
  readonly record: AgreementRecordRow;
  /** Its current version's; that of its draft while it has none. */
  readonly document: DraftDocument;
  readonly stored: AgreementDraftEntity['document'];
  readonly names: NamedParts;
  readonly moves: readonly DeadlineMoveRow[];
  readonly links: readonly LinkRow[];
  readonly completeness: Completeness;
  /** Null when there is none, and for whoever is not of the house. */
  readonly open: FoundDraft | null;
  /** How it stands in law, and what the caller may do about it. */
  readonly legal: LegalLife;
}

/** Finds one agreement with its current document. @throws RecordNotFound, also when it is out of the caller's scope */
@Injectable()
export class FindAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly namedParts: NamedPartsRepository,
    private readonly documents: StoreDocument,
    private readonly drafts: DraftRepository,
    private readonly readDraft: ReadDraft,
    private readonly legalLife: DescribeLegalLife,
    private readonly inScope: AgreementsInScope,
    private readonly readAsOf: ReadAsOf,
  ) {}

  /** @param actor who asks, for what they may do; nobody in particular when left out. */
  async execute(id: string, actor: string | null = null): Promise<FoundAgreement> {
    const scope = this.inScope.conditions;
    const record = await this.agreements.findRecord(id, scope);
    if (record === null) throw new RecordNotFound();
    const open = this.inScope.isOfTheHouse ? await this.openDraftOf(record, actor) : null;
    const kept = record.document ?? open?.draft.document ?? (await this.lastDraftOf(id));
    const stored = await this.documents.read(this.transactions.reader, kept);
    const names = await this.namedParts.resolve(stored);
    const moves = await this.agreements.listMoves(id);
    const links = await this.agreements.listLinks(id, scope);
    const document = withPersonalValues(stored, names.capacities);
    const answered = record.document ? record.acknowledged_gaps : open?.draft.acknowledgedGaps;
    const completeness = completenessOf(document, recordFacts(record), answered ?? []);
    const legal = await this.legalLife.execute(record, actor);
    return { record, document, stored, names, moves, links, completeness, open, legal };
  }

  /**
   * The agreement as it was recorded at the end of a day: nothing was in the making then that is kept, and nothing
   * can be done about it now.
   * @throws RecordNotFound, also when it came into the register later; FieldsRefused for a day still to come
   */
  async asOf(id: string, day: CalendarDate, actor: string | null = null): Promise<FoundAgreement> {
    const found = await this.readAsOf.execute(day, () => this.execute(id, actor));
    return { ...found, open: null, legal: { ...found.legal, offers: [], proposals: [] } };
  }

  /** The record alone, for what hangs on it. @throws RecordNotFound, also when it is out of the caller's scope */
  async record(id: string): Promise<AgreementRecordRow> {
    const record = await this.agreements.findRecord(id, this.inScope.conditions);
    if (record === null) throw new RecordNotFound();
    return record;
  }

  private async openDraftOf(record: AgreementRecordRow, actor: string | null): Promise<FoundDraft | null> {
    const draft = await this.drafts.findOpen(record.id);
    if (draft === null) return null;
    const tx = this.transactions.reader;
    const judged = await this.readDraft.execute(tx, record, draft, actor ?? 'nobody');
    return { draft, offers: this.readDraft.offersOf(judged) };
  }

  /** An agreement whose first draft was withdrawn still says what it was about, to the house. */
  private async lastDraftOf(id: string): Promise<AgreementDraftEntity['document']> {
    const draft = await this.drafts.findByNumber(id, 1);
    if (draft === null) throw new RecordNotFound();
    return draft.document;
  }
}
