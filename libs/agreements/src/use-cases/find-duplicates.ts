import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { RecordNotFound } from '@app/kernel';
import { Page, PageRequest, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { WORTH_A_LOOK, couldBeDuplicates, likelyDuplicates } from '../domain/likely-duplicates';
import type { StoredDocument } from '../domain/stored-document';
import { AgreementRepository } from '../persistence/agreement.repository';
import {
  DuplicateRepository,
  DuplicateRow,
  DuplicateState,
  MOST_SUGGESTED,
  Suggestion,
} from '../persistence/duplicate.repository';
import { projectContradictions } from '../persistence/project-contradictions';
import type { EntityManager } from 'typeorm';
import { AgreementsInScope } from './agreements-in-scope';

export {
  DUPLICATE_DECISIONS,
  DUPLICATE_STATES,
  type DuplicateDecision,
  type DuplicateRow,
  type DuplicateState,
} from '../persistence/duplicate.repository';

/** Agreements a batch, and batches a run: a register that was never compared is worked through bit by bit. */
const BATCH = 25;
const BATCHES = 4;

/** Finds agreements that may be one. Nobody but a person decides that they are. */
@Injectable()
export class FindDuplicates {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly duplicates: DuplicateRepository,
    private readonly inScope: AgreementsInScope,
    private readonly calendar: BusinessCalendar,
  ) {}

  list(state: DuplicateState, page: PageRequest): Promise<Page<DuplicateRow>> {
    return this.duplicates.listPage(state, page);
  }

  /** The likeliest for one agreement, looked for now, and those about which somebody decided. @throws RecordNotFound */
  async ofAgreement(agreementId: string): Promise<DuplicateRow[]> {
    const scope = this.inScope.conditions;
    const record = await this.agreements.findRecord(agreementId, scope);
    if (record === null) throw new RecordNotFound();
    return this.transactions.run(async (tx) => {
      const found = await this.suggestionsFor(tx, [agreementId]);
      const known = new Set(found.map(pairKey));
      const decided = (await this.duplicates.decidedOf(agreementId)).filter(
        (pair) => !known.has(pairKey(pair)),
      );
      return this.duplicates.describe([...found, ...decided], this.calendar.today(), scope);
    });
  }

  /** Compares agreements whose current version was not compared yet. @returns how many. */
  async compareNew(): Promise<number> {
    let compared = 0;
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const count = await this.transactions.run((tx) => this.compareBatch(tx));
      compared += count;
      if (count < BATCH) break;
    }
    return compared;
  }

  /** The agreements of an organisation are compared once more: it goes by another name. */
  async compareAgain(tx: EntityManager, organisationId: string): Promise<void> {
    await this.duplicates.compareAgain(tx, organisationId);
  }

  private async compareBatch(tx: EntityManager): Promise<number> {
    const versions = await this.duplicates.toCompare(tx, BATCH);
    if (versions.length === 0) return 0;
    const ids = versions.map(({ id }) => id);
    const today = this.calendar.today();
    const found = await this.suggestionsFor(tx, ids);
    await this.findContradictionsAgain(tx, ids, today);
    await this.duplicates.keep(tx, versions, found, today);
    return ids.length;
  }

  /** Of agreements from before they were looked for, and of those whose parties go by another name now. */
  private async findContradictionsAgain(
    tx: EntityManager,
    ids: readonly string[],
    recordedOn: CalendarDate,
  ): Promise<void> {
    const rows = await tx.query<{ id: string; document: StoredDocument }[]>(
      `SELECT a.id, v.document FROM agreement a
         JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.version_number
        WHERE a.id = ANY ($1::uuid[]) ORDER BY a.id FOR NO KEY UPDATE OF a`,
      [ids],
    );
    for (const { id: agreementId, document } of rows) {
      await projectContradictions(tx, { agreementId, document, recordedOn });
    }
  }

  private async suggestionsFor(tx: EntityManager, ids: readonly string[]): Promise<Suggestion[]> {
    const candidates = await this.duplicates.candidates(tx, ids);
    const compared = await this.duplicates.compared(tx, candidates.flat());
    const kept = new Map<string, Suggestion>();
    for (const id of ids) {
      const likely = candidates.flatMap(([one, other]): Suggestion[] => {
        const [left, right] = [compared.get(one), compared.get(other)];
        if (one !== id || !left || !right || !couldBeDuplicates(left, right)) return [];
        const likeness = likelyDuplicates(left, right);
        const [agreementAId, agreementBId] = inIdOrder(one, other);
        return likeness.score < WORTH_A_LOOK ? [] : [{ agreementAId, agreementBId, ...likeness }];
      });
      likely.sort((a, b) => b.score - a.score || (pairKey(a) < pairKey(b) ? -1 : 1));
      for (const pair of likely.slice(0, MOST_SUGGESTED)) kept.set(pairKey(pair), pair);
    }
    return [...kept.values()];
  }
}

/** Two agreements as a pair that has no direction. */
export function inIdOrder(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one];
}

function pairKey({ agreementAId, agreementBId }: Suggestion): string {
  return `${agreementAId}|${agreementBId}`;
}
