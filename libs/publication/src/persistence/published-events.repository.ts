import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { type Condition, Transactions, joinConditions } from '@app/platform';

/** An event at which published agreements were signed. */
export interface PublishedEvent {
  readonly id: string;
  readonly names: LocalizedText;
  readonly dates: string;
  readonly agreements: number;
}

/** Reads signing events as far as published agreements name them. */
@Injectable()
export class PublishedEventsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @param published conditions on an agreement's row `a` */
  list(published: readonly Condition[]): Promise<PublishedEvent[]> {
    const { where, values } = joinConditions(published);
    return this.transactions.reader.query<PublishedEvent[]>(
      `SELECT e.id, jsonb_build_object('ar', e.name_ar, 'fr', e.name_fr, 'en', e.name_en) AS names,
              e.dates_stated AS dates, found.agreements
         FROM (SELECT a.event_id, count(*) AS agreements FROM agreement a ${where} GROUP BY a.event_id) AS found
         JOIN signing_event e ON e.id = found.event_id
        ORDER BY e.first_day DESC, e.id`,
      values,
    );
  }
}
