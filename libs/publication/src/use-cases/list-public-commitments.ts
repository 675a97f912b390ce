import { Injectable } from '@nestjs/common';
import { PUBLISHED_AGREEMENTS } from '@app/agreements';
import { type CommitmentSort, ListSelectedPromises } from '@app/delivery';
import type { CalendarDate } from '@app/kernel';
import type { Page, PageRequest } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { PublicQuestion } from '../domain/public-question';
import { type PublicPromise, publicPromise } from './public-promise';
import { PublicSelection } from './public-selection';

/** A page of published promises, on a day. */
export interface PublicPromises extends Page<PublicPromise> {
  readonly asOf: CalendarDate;
}

/** Lists the promises of published agreements: the rows behind each number of the public register. @throws FieldsRefused */
@Injectable()
export class ListPublicCommitments {
  constructor(
    private readonly selection: PublicSelection,
    private readonly promises: ListSelectedPromises,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(question: PublicQuestion, sort: CommitmentSort, page: PageRequest): Promise<PublicPromises> {
    const today = this.calendar.today();
    const { agreement, promise } = await this.selection.execute(question, today);
    const conditions = [...PUBLISHED_AGREEMENTS, ...agreement, ...promise];
    const found = await this.promises.execute({ conditions, sort, page, today });
    return { ...found, asOf: today, items: found.items.map((one) => publicPromise(one, today)) };
  }
}

export type { CommitmentSort } from '@app/delivery';
