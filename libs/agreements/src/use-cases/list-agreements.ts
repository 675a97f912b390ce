import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { Page, PageRequest } from '@app/platform';
import { CountryProfile } from '@app/reference';
import {
  AgreementFilter,
  AgreementRepository,
  AgreementRow,
  AgreementSort,
  PartyRow,
} from '../persistence/agreement.repository';
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

  /** @param asOf the day at whose end it looks at the register; null for the present. */
  execute(
    filter: AgreementFilter,
    sort: AgreementSort,
    page: PageRequest,
    asOf: CalendarDate | null = null,
  ): Promise<Page<ListedAgreement>> {
    return this.readAsOf.execute(asOf, () => this.read(filter, sort, page));
  }

  private async read(
    filter: AgreementFilter,
    sort: AgreementSort,
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

export {
  AGREEMENT_SORTS,
  AGREEMENT_STAGES,
  type AgreementFilter,
  type AgreementSort,
  type AgreementStage,
} from '../persistence/agreement.repository';
