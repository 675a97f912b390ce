import { Injectable } from '@nestjs/common';
import type { CalendarDate, DatePrecision, LocalizedText } from '@app/kernel';
import { Page, PageRequest, Transactions, joinConditions, readPage } from '@app/platform';
import { AgreementScope, referredToWithin } from './visible-agreements';

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
  e.note`;

type EventRow = Omit<SigningEventView, 'agreements'>;
type AgreementOfEvent = SigningEventView['agreements'][number];

/** How an agreement refers to an event. */
const AT_EVENT = { rows: 'agreement signed WHERE signed.event_id = e.id', agreementId: 'signed.id' };

/** Reads signing events. */
@Injectable()
export class EventRepository {
  constructor(private readonly transactions: Transactions) {}

  async listPage(page: PageRequest, scope: AgreementScope): Promise<Page<SigningEventView>> {
    const found = await readPage<EventRow>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: 'signing_event e',
        conditions: referredToWithin(scope, AT_EVENT),
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
    return { ...found, items: await this.withAgreements(found.items, scope) };
  }

  /** Null when there is none, or none at which an agreement in scope was signed. */
  async find(id: string, scope: AgreementScope): Promise<SigningEventView | null> {
    const { where, values } = joinConditions([
      { sql: 'e.id = ?', values: [id] },
      ...referredToWithin(scope, AT_EVENT),
    ]);
    const rows = await this.transactions.reader.query<EventRow[]>(
      `SELECT ${COLUMNS} FROM signing_event e ${where}`,
      values,
    );
    const [event] = await this.withAgreements(rows, scope);
    return event ?? null;
  }

  private async withAgreements(
    events: readonly EventRow[],
    scope: AgreementScope,
  ): Promise<SigningEventView[]> {
    if (events.length === 0) return [];
    const { where, values } = joinConditions([
      { sql: 'a.event_id = ANY (?::uuid[])', values: [events.map(({ id }) => id)] },
      ...scope,
    ]);
    const agreements = await this.transactions.reader.query<(AgreementOfEvent & { eventId: string })[]>(
      `SELECT a.event_id AS "eventId", a.id, a.reference, a.shares_event_amount AS "sharesAmount"
         FROM agreement a ${where} ORDER BY a.reference`,
      values,
    );
    return events.map((event) => ({
      ...event,
      agreements: agreements
        .filter(({ eventId }) => eventId === event.id)
        .map(({ eventId: _, ...agreement }) => agreement),
    }));
  }
}
