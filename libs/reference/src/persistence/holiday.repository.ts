import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '@app/kernel';
import { RecordVersion, Transactions, changeRecord, violatedConstraintOf } from '@app/platform';
import type { Holiday, HolidayDates, HolidayKind, HolidayStatus } from '../domain/holiday';
import { HolidayAlreadyRecorded } from '../domain/refusals';
import { HolidayEntity } from './reference.entities';
import { NAMED_COLUMNS, NamedRow, ReferenceRepository, nameColumns, namesOf } from './reference.repository';

/** A holiday of the table. */
export type RecordedHoliday = Holiday & RecordVersion;

interface HolidayRow extends NamedRow {
  readonly key: string;
  readonly kind: HolidayKind;
  readonly month_day: string | null;
  readonly since_year: number | null;
  readonly usual_days: number | null;
  readonly feast_key: string | null;
  readonly first_day: CalendarDate | null;
  readonly days: number | null;
  readonly status: HolidayStatus;
  readonly note: string | null;
}

const columnsOf = (holiday: Holiday) => ({
  key: holiday.key,
  kind: holiday.kind,
  ...nameColumns(holiday.names),
  monthDay: holiday.monthDay,
  sinceYear: holiday.sinceYear,
  usualDays: holiday.usualDays,
  feastKey: holiday.feast,
  firstDay: holiday.firstDay,
  days: holiday.days,
  status: holiday.status,
  note: holiday.note,
});

const UNIQUE_DAYS = ['holiday_once_a_day', 'holiday_key_unique'];

/** Reads and writes holidays. */
@Injectable()
export class HolidayRepository extends ReferenceRepository<HolidayRow, RecordedHoliday> {
  protected readonly source = {
    table: 'holiday',
    columns: `${NAMED_COLUMNS}, key, kind, month_day, since_year, usual_days, feast_key, first_day, days, status, note`,
    // Feasts first, then the fixed days through the year, then the days of each year.
    order: {
      keys: [
        { sql: `coalesce(first_day::text, month_day, '')`, type: 'text' },
        { sql: 'key', type: 'text' },
      ],
    },
    view: (row: HolidayRow): RecordedHoliday => ({
      id: row.id,
      key: row.key,
      kind: row.kind,
      names: namesOf(row),
      monthDay: row.month_day,
      sinceYear: row.since_year,
      usualDays: row.usual_days,
      feast: row.feast_key,
      firstDay: row.first_day,
      days: row.days,
      status: row.status,
      note: row.note,
      revision: row.revision,
    }),
  };

  constructor(transactions: Transactions) {
    super(transactions);
  }

  /** When the holidays are that make days off. */
  async readDates(): Promise<HolidayDates[]> {
    return this.transactions.reader.query<HolidayDates[]>(`
      SELECT kind, month_day AS "monthDay", since_year AS "sinceYear", first_day AS "firstDay", days
      FROM holiday WHERE kind <> 'lunar'`);
  }

  async findByKey(key: string): Promise<RecordedHoliday | null> {
    return this.findWhere(this.transactions.reader, 'key = $1', [key]);
  }

  /** @throws HolidayAlreadyRecorded */
  async insert(tx: EntityManager, id: string, content: Holiday): Promise<void> {
    await tx.insert(HolidayEntity, { id, ...columnsOf(content) }).catch(asRefusal);
  }

  /** @throws HolidayAlreadyRecorded */
  async change(tx: EntityManager, version: RecordVersion, content: Holiday): Promise<void> {
    await changeRecord(tx, HolidayEntity, version, columnsOf(content)).catch(asRefusal);
  }
}

function asRefusal(error: unknown): never {
  if (UNIQUE_DAYS.includes(violatedConstraintOf(error) ?? '')) throw new HolidayAlreadyRecorded();
  throw error;
}
