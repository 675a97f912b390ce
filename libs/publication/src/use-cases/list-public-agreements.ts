import { Injectable } from '@nestjs/common';
import { PUBLISHED_AGREEMENTS } from '@app/agreements';
import { ListSelectedPromises } from '@app/delivery';
import type { CalendarDate } from '@app/kernel';
import { type Page, type PageRequest, holdsEveryWord } from '@app/platform';
import { BusinessCalendar, CountryProfile } from '@app/reference';
import type { PublicQuestion } from '../domain/public-question';
import {
  FACETS,
  type Facet,
  PublicAgreementRepository,
  type PublicAgreementRow,
  type PublicAgreementSort,
  type PublicConditions,
  type PublicPartyRow,
} from '../persistence/public-agreement.repository';
import { type PublicPromise, publicPromise } from './public-promise';
import { PublicSelection } from './public-selection';

/** Promises that a row of the list shows; the record shows all. */
const HEADLINES = 3;

/** A published agreement with what the list shows of it. */
export interface PublicListedAgreement {
  readonly agreement: PublicAgreementRow;
  readonly parties: readonly PublicPartyRow[];
  /** Its first promises, those with a figure before the others. */
  readonly headlines: readonly PublicPromise[];
}

export type PublicFacets = Readonly<Record<Facet, readonly { value: string; agreements: number }[]>>;

/** A page of published agreements, on a day. */
export interface PublicAgreements extends Page<PublicListedAgreement> {
  readonly asOf: CalendarDate;
  /** Null when nobody asked for them. */
  readonly facets: PublicFacets | null;
}

/** Lists published agreements, the same for everyone. @throws FieldsRefused */
@Injectable()
export class ListPublicAgreements {
  constructor(
    private readonly agreements: PublicAgreementRepository,
    private readonly promises: ListSelectedPromises,
    private readonly selection: PublicSelection,
    private readonly profile: CountryProfile,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @param withFacets whether to count what each further choice would leave. */
  async execute(
    question: PublicQuestion,
    sort: PublicAgreementSort,
    page: PageRequest,
    withFacets: boolean,
  ): Promise<PublicAgreements> {
    const today = this.calendar.today();
    const found = await this.agreements.list(await this.conditions(question, today), sort, page);
    const ids = found.items.map(({ id }) => id);
    const parties = await this.agreements.parties(ids);
    const headlines = await this.headlinesOf(ids, today);
    return {
      ...found,
      asOf: today,
      items: found.items.map((agreement) => ({
        agreement,
        parties: parties.filter(({ agreementId }) => agreementId === agreement.id),
        headlines: headlines.filter(({ promise }) => promise.agreement.id === agreement.id),
      })),
      facets: withFacets ? await this.facetsOf(question, today) : null,
    };
  }

  /** How many there are. */
  async count(question: PublicQuestion): Promise<number> {
    return this.agreements.count(await this.conditions(question, this.calendar.today()));
  }

  /** Words are looked for in the agreement, everything else of a promise in one and the same promise. */
  private async conditions(question: PublicQuestion, today: CalendarDate): Promise<PublicConditions> {
    const { q, ...rest } = question;
    const { agreement, promise } = await this.selection.execute(rest, today);
    const words = holdsEveryWord('a.search', q, this.profile.searchSynonyms);
    return { agreement: [...PUBLISHED_AGREEMENTS, ...words, ...agreement], promise };
  }

  private async headlinesOf(ids: readonly string[], today: CalendarDate): Promise<PublicPromise[]> {
    if (ids.length === 0) return [];
    const first = {
      sql: `c.id IN (SELECT id FROM (
              SELECT id, row_number() OVER (PARTITION BY agreement_id ORDER BY unit IS NULL, rank) AS place
                FROM commitment WHERE agreement_id = ANY (?::uuid[])) AS ranked WHERE place <= ${HEADLINES})`,
      values: [ids],
    };
    const page = { limit: ids.length * HEADLINES, cursor: null, exactCount: true };
    const found = await this.promises.execute({ conditions: [first], sort: 'lastDay', page, today });
    return found.items.map((promise) => publicPromise(promise, today));
  }

  /** Each facet counts under everything that is asked for but its own choice. */
  private async facetsOf(question: PublicQuestion, today: CalendarDate): Promise<PublicFacets> {
    const counted = new Map<Facet, readonly { value: string; agreements: number }[]>();
    for (const facet of FACETS) {
      const conditions = await this.conditions({ ...question, [facet]: null }, today);
      counted.set(facet, await this.agreements.facet(facet, conditions));
    }
    return Object.fromEntries(counted) as PublicFacets;
  }
}

export type { PublicAgreementSort } from '../persistence/public-agreement.repository';
