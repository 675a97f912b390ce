import { Injectable } from '@nestjs/common';
import { CalendarDate, LocalizedText, RecordNotFound, daysBetween } from '@app/kernel';
import { Page, PageRequest } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { Claim, claimsOf, partKey } from '../domain/claims';
import { ContradictionKind, findContradictions, needsDraft } from '../domain/contradictions';
import { AgreementRepository } from '../persistence/agreement.repository';
import {
  CitedPassage,
  ContradictionCounts,
  ContradictionDecisionRow,
  ContradictionFilter,
  ContradictionRepository,
  ContradictionRow,
  ContradictionState,
  PartField,
  byPart,
} from '../persistence/contradiction.repository';
import { AgreementsInScope } from './agreements-in-scope';

export { CONTRADICTION_STATES } from '../persistence/contradiction.repository';

/** What one source, or the register itself, says. */
export interface ClaimView extends Pick<Claim, 'citationId' | 'stated' | 'adopted'> {
  /** Null for the register's own value. */
  readonly passage: CitedPassage | null;
}

/** One contradiction with everything that was said, and what was decided about it. */
export interface ContradictionView extends PartField {
  readonly id: string;
  readonly agreement: { readonly id: string; readonly reference: string; readonly title: LocalizedText };
  readonly kind: ContradictionKind;
  readonly state: ContradictionState;
  readonly foundOn: CalendarDate;
  /** Days since it was found. */
  readonly age: number;
  readonly claims: readonly ClaimView[];
  readonly decision: (ContradictionDecisionRow & { readonly draftNeeded: boolean }) | null;
}

export interface ContradictionPage extends Page<ContradictionView> {
  readonly counts: ContradictionCounts & { readonly oldestAge: number | null };
}

/** Lists where sources disagree, the oldest first. */
@Injectable()
export class ListContradictions {
  constructor(
    private readonly contradictions: ContradictionRepository,
    private readonly agreements: AgreementRepository,
    private readonly inScope: AgreementsInScope,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(filter: ContradictionFilter, page: PageRequest): Promise<ContradictionPage> {
    const found = await this.contradictions.listPage(filter, page);
    const counts = await this.contradictions.count(filter);
    return {
      ...found,
      items: await this.describe(found.items),
      counts: { ...counts, oldestAge: counts.oldestOpen && this.ageOf(counts.oldestOpen) },
    };
  }

  /** Those of one agreement. @throws RecordNotFound */
  async ofAgreement(
    agreementId: string,
    filter: Pick<ContradictionFilter, 'state' | 'field'>,
    page: PageRequest,
  ): Promise<ContradictionPage> {
    const record = await this.agreements.findRecord(agreementId, this.inScope.conditions);
    if (record === null) throw new RecordNotFound();
    return this.execute({ ...filter, agreementId }, page);
  }

  /** One contradiction; null when the sources do not disagree there. */
  async find(part: PartField): Promise<ContradictionView | null> {
    const row = await this.contradictions.find(part);
    const [view] = await this.describe(row ? [row] : []);
    return view ?? null;
  }

  private async describe(rows: readonly ContradictionRow[]): Promise<ContradictionView[]> {
    const ids = rows.map(({ agreementId }) => agreementId);
    const { documents, names } = await this.contradictions.documentsOf(ids);
    const passages = await this.contradictions.passagesOf(ids);
    const found = new Map(
      [...documents].map(([id, document]) => [id, byPart(findContradictions(claimsOf(document, names)))]),
    );
    return rows.map(({ claimsSha256: _, reference, title, decision, ...row }) => {
      const contradiction = { claims: found.get(row.agreementId)?.get(partKey(row))?.claims ?? [] };
      return {
        ...row,
        agreement: { id: row.agreementId, reference, title },
        state: decision === null ? 'open' : 'decided',
        age: this.ageOf(row.foundOn),
        claims: contradiction.claims.map(({ citationId, stated, adopted }) => ({
          ...{ citationId, stated, adopted },
          passage: (citationId !== null && passages.get(citationId)) || null,
        })),
        decision: decision && { ...decision, draftNeeded: needsDraft(contradiction, decision.citationId) },
      };
    });
  }

  private ageOf(foundOn: CalendarDate): number {
    return daysBetween(foundOn, this.calendar.today());
  }
}
