import { Injectable } from '@nestjs/common';
import type { CalendarDate, Language } from '@app/kernel';
import type { Page, PageRequest, SortOrder } from '@app/platform';
import { CountryProfile } from '@app/reference';
import { AGREEMENT_STAGES, type AgreementFilter, type AgreementStage } from '../persistence/agreement-filter';
import { AGREEMENT_SORTS, type AgreementSort, orderOf } from '../persistence/agreement-sorts';
import { AgreementRepository, AgreementRow, PartyRow } from '../persistence/agreement.repository';
import { AgreementsInScope } from './agreements-in-scope';
import { ReadAsOf } from './read-as-of';

/** A row of the list with its parties. */
export interface ListedAgreement {
  readonly agreement: AgreementRow;
  readonly parties: readonly PartyRow[];
}

/** Lists agreements, a page at a time: two statements whatever the page holds. */
@Injectable()
export class ListAgreements {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly profile: CountryProfile,
    private readonly inScope: AgreementsInScope,
    private readonly readAsOf: ReadAsOf,
  ) {}

  /** @param language in which titles are put in order. @param asOf the day at whose end it looks at the register; null for the present. */
  execute(
    filter: AgreementFilter,
    { sort, language }: { readonly sort: AgreementSort; readonly language: Language },
    page: PageRequest,
    asOf: CalendarDate | null = null,
  ): Promise<Page<ListedAgreement>> {
    return this.readAsOf.execute(asOf, () => this.read(filter, orderOf(sort, language), page));
  }

  private async read(
    filter: AgreementFilter,
    sort: SortOrder,
    page: PageRequest,
  ): Promise<Page<ListedAgreement>> {
    const { searchSynonyms } = this.profile;
    const found = await this.agreements.listPage(filter, sort, page, searchSynonyms, this.inScope.conditions);
    const parties = new Map<string, PartyRow[]>(found.items.map(({ id }) => [id, []]));
    for (const party of await this.agreements.listParties([...parties.keys()])) {
      parties.get(party.agreement_id)?.push(party);
    }
    return {
      ...found,
      items: found.items.map((agreement) => ({ agreement, parties: parties.get(agreement.id) ?? [] })),
    };
  }
}

export { AGREEMENT_SORTS, AGREEMENT_STAGES, type AgreementFilter, type AgreementSort, type AgreementStage };
