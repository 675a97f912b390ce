import { Injectable } from '@nestjs/common';
import { type CalendarDate, daysBetween } from '@app/kernel';
import { Condition, Page, PageRequest, Transactions, joinConditions, readPage } from '@app/platform';
import type { DeadlineCount, DeadlineKind, DeadlineView } from '../domain/deadlines';
import { type DaySpan, deriveStatus } from '../domain/derive-status';
import { type Reported, UNREPORTED } from '../domain/reported';
import {
  type DeadlineRow,
  PARTIES_OF_AGREEMENTS,
  PartyRow,
  QuantityRow,
  quantityOf,
} from './commitment.rows';
import { UNDECIDED } from './decision.sql';
import { IS_REACHED, REPORTED } from './reported.sql';
import { NOT_YET_SIGNED, STANDS } from './standing.sql';

const TITLE = (of: string) =>
  `jsonb_build_object('ar', ${of}.title_ar, 'fr', ${of}.title_fr, 'en', ${of}.title_en)`;

/** Every deadline of what is promised, open and not held up: where it has passed it is late. */
const DEADLINES = `(
  SELECT 'commitment' AS kind, c.id, c.agreement_id, c.last_day
    FROM commitment c WHERE c.last_day IS NOT NULL AND ${STANDS.running} AND ${UNDECIDED} AND NOT ${IS_REACHED}
  UNION ALL
  SELECT 'milestone', m.id, m.agreement_id, m.last_day
    FROM milestone m JOIN commitment c ON c.agreement_id = m.agreement_id AND c.id = m.commitment_id
   WHERE ${STANDS.running} AND ${UNDECIDED} AND NOT ${IS_REACHED}) AS d
  JOIN agreement a ON a.id = d.agreement_id`;

const SORT = {
  keys: [
    { sql: 'd.last_day', type: 'date' },
    { sql: 'd.id', type: 'uuid' },
  ],
};

const FIGURE = (of: string) =>
  ['qualifier', 'value', 'unit', 'relation', 'stability', 'basis', 'level', 'quantity_stated']
    .map((column) => `${of}.${column}`)
    .join(', ');

const DATED = (of: string) => `${of}.deadline_stated, ${of}.deadline_precision, ${of}.last_day`;

/** What is told of the deadlines of one page. */
const DETAILS = `
  SELECT s.*, jsonb_build_object('id', a.id, 'reference', a.reference, 'title', ${TITLE('a')},
         'legalState', a.legal_state) AS agreement
    FROM (SELECT 'commitment' AS kind, c.id, c.id AS commitment_id, c.agreement_id, c.obligor_party_id,
                 c.kind AS promised, ${REPORTED} AS reported, NULL AS standing, ${TITLE('c')} AS title, ${DATED('c')}, ${FIGURE('c')}
            FROM commitment c WHERE c.id = ANY ($1)
          UNION ALL
          SELECT 'milestone', m.id, m.commitment_id, m.agreement_id, c.obligor_party_id,
                 c.kind, NULL::jsonb, m.standing, ${TITLE('m')}, ${DATED('m')}, ${FIGURE('m')}
            FROM milestone m JOIN commitment c ON c.agreement_id = m.agreement_id AND c.id = m.commitment_id
           WHERE m.id = ANY ($1)) AS s
    JOIN agreement a ON a.id = s.agreement_id
   ORDER BY s.last_day, s.id`;

interface Row extends QuantityRow, DeadlineRow {
  readonly kind: DeadlineKind;
  readonly id: string;
  readonly commitment_id: string;
  readonly obligor_party_id: string | null;
  readonly promised: string;
  /** What reports make of a promise; null of milestones, and where nothing was reported. */
  readonly reported: Reported | null;
  readonly standing: string | null;
  readonly title: DeadlineView['title'];
  readonly deadline_stated: string;
  readonly deadline_precision: DeadlineView['deadline']['precision'];
  readonly last_day: CalendarDate;
  readonly agreement: DeadlineView['agreement'];
}

interface Found {
  readonly id: string;
}

/** Reads deadlines of commitments and of milestones as one list. */
@Injectable()
export class DeadlineRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Those in a span of days, the earliest first. */
  async list(
    span: DaySpan,
    scope: readonly Condition[],
    page: PageRequest,
    today: CalendarDate,
  ): Promise<Page<DeadlineView>> {
    const conditions = [...within(span), ...scope];
    const statement = { select: 'd.id', from: DEADLINES, conditions, sort: SORT };
    const found = await readPage<Found>(this.transactions.reader, statement, page);
    return { ...found, items: await this.described(found.items, today) };
  }

  /** The first so many of them. */
  async first(
    many: number,
    span: DaySpan,
    scope: readonly Condition[],
    today: CalendarDate,
  ): Promise<DeadlineView[]> {
    const { where, values } = joinConditions([...within(span), ...scope]);
    const order = SORT.keys.map(({ sql }) => sql).join(', ');
    const found = await this.transactions.reader.query<Found[]>(
      `SELECT d.id FROM ${DEADLINES} ${where} ORDER BY ${order} LIMIT ${many}`,
      values,
    );
    return this.described(found, today);
  }

  /** How many there are in a span of days, and the earliest day. */
  async count(span: DaySpan, scope: readonly Condition[]): Promise<DeadlineCount> {
    const { where, values } = joinConditions([...within(span), ...scope]);
    const [row] = await this.transactions.reader.query<[DeadlineCount]>(
      `SELECT count(*) AS total, count(*) FILTER (WHERE d.kind = 'commitment') AS commitments,
              count(*) FILTER (WHERE d.kind = 'milestone') AS milestones,
              count(*) FILTER (WHERE ${NOT_YET_SIGNED}) AS "notYetSigned", min(d.last_day) AS earliest
         FROM ${DEADLINES} ${where}`,
      values,
    );
    return row;
  }

  private async described(found: readonly Found[], today: CalendarDate): Promise<DeadlineView[]> {
    if (found.length === 0) return [];
    const { reader } = this.transactions;
    const rows = await reader.query<Row[]>(DETAILS, [found.map(({ id }) => id)]);
    const agreements = [...new Set(rows.map(({ agreement }) => agreement.id))];
    const parties = await reader.query<PartyRow[]>(PARTIES_OF_AGREEMENTS, [agreements]);
    const partyOf = new Map(parties.map((party) => [party.id, party]));
    return rows.map((row) => viewOf(row, partyOf, today));
  }
}

function within({ from, until }: DaySpan): Condition[] {
  return [
    ...(from === null ? [] : [{ sql: 'd.last_day >= CAST(? AS date)', values: [from] }]),
    ...(until === null ? [] : [{ sql: 'd.last_day <= CAST(? AS date)', values: [until] }]),
  ];
}

function viewOf(row: Row, parties: ReadonlyMap<string, PartyRow>, today: CalendarDate): DeadlineView {
  const obligor = parties.get(row.obligor_party_id ?? '');
  return {
    kind: row.kind,
    id: row.id,
    commitmentId: row.commitment_id,
    promised: row.promised,
    standing: row.standing,
    title: row.title,
    quantity: quantityOf(row),
    deadline: { stated: row.deadline_stated, precision: row.deadline_precision, lastDay: row.last_day },
    daysLeft: daysBetween(today, row.last_day),
    status: deriveStatus(
      { lastDay: row.last_day, standing: 'running', decision: null, reported: row.reported ?? UNREPORTED },
      today,
    ),
    agreement: row.agreement,
    obligor: obligor
      ? {
          id: obligor.id,
          organisationId: obligor.organisation_id,
          role: obligor.role,
          names: { ar: obligor.ar, fr: obligor.fr, en: obligor.en },
        }
      : null,
  };
}
