import { Injectable } from '@nestjs/common';
import type { CalendarDate, DatePrecision, LocalizedText } from '@app/kernel';
import { Page, PageRequest, Transactions, readPage } from '@app/platform';

/** A signing event; its amount belongs to the agreements that share it together and is never divided. */
export interface SigningEventView {
  readonly id: string;
  readonly revision: number;
  readonly publishedReference: string | null;
  readonly names: LocalizedText;
  readonly dates: {
    readonly stated: string;
    readonly precision: DatePrecision;
    readonly firstDay: CalendarDate;
    readonly lastDay: CalendarDate;
  };
  readonly place: string | null;
  readonly amount: { readonly value: number; readonly currency: string; readonly qualifier: string } | null;
  readonly note: string | null;
  readonly agreements: {
    readonly id: string;
    readonly reference: string;
    readonly sharesAmount: boolean;
  }[];
}

const COLUMNS = `e.id, e.revision, e.published_reference AS "publishedReference",
  jsonb_build_object('ar', e.name_ar, 'fr', e.name_fr, 'en', e.name_en) AS names,
  jsonb_build_object('stated', e.dates_stated, 'precision', e.dates_precision,
                     'firstDay', e.first_day, 'lastDay', e.last_day) AS dates,
  e.place,
  CASE WHEN e.amount IS NOT NULL THEN jsonb_build_object('value', e.amount, 'currency', e.amount_currency,
                                                         'qualifier', e.amount_qualifier) END AS amount,
  e.note,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'reference', a.reference,
                                                'sharesAmount', a.shares_event_amount) ORDER BY a.reference), '[]')
     FROM agreement a WHERE a.event_id = e.id) AS agreements`;

/** Reads signing events. */
@Injectable()
export class EventRepository {
  constructor(private readonly transactions: Transactions) {}

  listPage(page: PageRequest): Promise<Page<SigningEventView>> {
    return readPage<SigningEventView>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: 'signing_event e',
        conditions: [],
        sort: {
          keys: [
            { sql: 'e.first_day', type: 'date' },
            { sql: 'e.id', type: 'uuid' },
          ],
          descending: true,
        },
      },
      page,
    );
  }

  async find(id: string): Promise<SigningEventView | null> {
    const [row] = await this.transactions.reader.query<SigningEventView[]>(
      `SELECT ${COLUMNS} FROM signing_event e WHERE e.id = $1`,
      [id],
    );
    return row ?? null;
  }
}
