import { Injectable } from '@nestjs/common';
import { FindPublishedAgreement, PUBLISHED_AGREEMENTS, type PublishedAgreement } from '@app/agreements';
import { ListSelectedPromises } from '@app/delivery';
import { type CalendarDate, RecordNotFound } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';
import { type PublicPromise, publicPromise } from './public-promise';

/** A published agreement with how each of its promises stands on a day. */
export interface ShownAgreement {
  readonly asOf: CalendarDate;
  readonly agreement: PublishedAgreement;
  readonly promises: ReadonlyMap<string, PublicPromise>;
}

const REFERENCE = /^MIT-\d{4}-\d{4,}$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Promises that are read at once. */
const PAGE = 500;

/**
 * Shows one published agreement under its reference or its id, the same for everyone.
 * @throws RecordNotFound, alike when there is none and when it is not published
 */
@Injectable()
export class ShowPublicAgreement {
  constructor(
    private readonly agreements: FindPublishedAgreement,
    private readonly promises: ListSelectedPromises,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(named: string): Promise<ShownAgreement> {
    const today = this.calendar.today();
    const agreement = await this.agreements.execute(wanted(named));
    const found = await this.promises.execute({
      conditions: [...PUBLISHED_AGREEMENTS, { sql: 'a.id = ?::uuid', values: [agreement.id] }],
      sort: 'lastDay',
      page: { limit: PAGE, cursor: null, exactCount: false },
      today,
    });
    const promises = found.items.map((promise) => publicPromise(promise, today));
    return { asOf: today, agreement, promises: new Map(promises.map((one) => [one.promise.id, one])) };
  }
}

function wanted(named: string): { id: string } | { reference: string } {
  if (UUID.test(named)) return { id: named.toLowerCase() };
  if (REFERENCE.test(named)) return { reference: named.toUpperCase() };
  throw new RecordNotFound();
}
