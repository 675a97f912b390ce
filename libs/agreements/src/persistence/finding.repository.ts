import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Condition, Page, PageRequest, Transactions, joinConditions, newId, readPage } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { FindingSubject, ImpossibleQuery } from '../domain/impossible';

export const FINDING_STATES = ['open', 'resolved'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export interface FindingRow {
  readonly id: string;
  readonly query: string;
  readonly agreement: { readonly id: string; readonly reference: string; readonly title: LocalizedText };
  readonly subjectType: FindingSubject;
  readonly subjectId: string;
  readonly detail: string;
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly resolvedOn: CalendarDate | null;
}

export interface FindingFilter {
  readonly state: FindingState | null;
  readonly query: string | null;
  readonly agreementId: string | null;
}

/** How many findings a query has, and since when the oldest is open. */
export interface QueryCount {
  readonly query: string;
  readonly open: number;
  readonly resolved: number;
  readonly oldestOpen: CalendarDate | null;
}

/** One night: how much each query found, and what the server said of those that did not run. */
export interface FindingRun {
  readonly ranOn: CalendarDate;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly found: Readonly<Record<string, number>>;
  readonly failed: Readonly<Record<string, string>>;
}

/** A query that takes longer is broken; it must not hold a connection for the night. */
const LONGEST_QUERY_MS = 60_000;

const LONGEST_DETAIL = 500;

const RUN = `id, ran_on AS "ranOn", started_at AS "startedAt", finished_at AS "finishedAt", found, failed`;

const COLUMNS = `f.id, f.query, f.subject_type AS "subjectType", f.subject_id AS "subjectId", f.detail,
  f.first_seen_on AS "firstSeenOn", f.last_seen_on AS "lastSeenOn", f.resolved_on AS "resolvedOn",
  jsonb_build_object('id', a.id, 'reference', a.reference,
    'title', jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en)) AS agreement`;

const ROWS = 'finding f JOIN agreement a ON a.id = f.agreement_id';

/** Runs the queries that must find nothing, and keeps what they found. */
@Injectable()
export class FindingRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The run of this day, begun now unless it was; whoever else works on it waits until this transaction ends. */
  async lockRun(tx: EntityManager, day: CalendarDate, at: Date): Promise<FindingRun & { id: string }> {
    await tx.query(
      'INSERT INTO finding_run (id, ran_on, started_at) VALUES ($1, $2, $3) ON CONFLICT (ran_on) DO NOTHING',
      [newId(), day, at],
    );
    const [row] = await tx.query<[FindingRun & { id: string }]>(
      `SELECT ${RUN} FROM finding_run WHERE ran_on = $1 FOR UPDATE`,
      [day],
    );
    return row;
  }

  /** Asks one query: what it finds is opened or seen again, what it no longer finds is resolved. Answers how many. */
  async search(tx: EntityManager, { name, sql }: ImpossibleQuery, day: CalendarDate): Promise<number> {
    await tx.query(`SET LOCAL statement_timeout = ${LONGEST_QUERY_MS}`);
    const found = await tx.query<object[]>(
      `WITH business AS (SELECT $1::date AS today)
       SELECT agreement_id, subject_type, subject_id,
              left(coalesce(string_agg(DISTINCT detail, '; ' ORDER BY detail), '-'), ${LONGEST_DETAIL}) AS detail
         FROM (${sql}) AS found
        GROUP BY agreement_id, subject_type, subject_id ORDER BY agreement_id, subject_id`,
      [day],
    );
    const rows = found.map((row) => ({ ...row, id: newId() }));
    await tx.query(
      `WITH found AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset($3::jsonb)
           AS f (id uuid, agreement_id uuid, subject_type text, subject_id uuid, detail text)
       ), resolved AS (
         UPDATE finding SET resolved_on = $2
          WHERE query = $1 AND resolved_on IS NULL AND subject_id NOT IN (SELECT subject_id FROM found)
       )
       INSERT INTO finding (id, query, agreement_id, subject_type, subject_id, detail, first_seen_on, last_seen_on)
       SELECT id, $1, agreement_id, subject_type, subject_id, detail, $2::date, $2::date FROM found
       ON CONFLICT (query, subject_id) WHERE resolved_on IS NULL
       DO UPDATE SET last_seen_on = greatest(finding.last_seen_on, excluded.last_seen_on), detail = excluded.detail`,
      [name, day, JSON.stringify(rows)],
    );
    return rows.length;
  }

  /** Resolves what queries found that are asked no longer. */
  async resolveOthers(tx: EntityManager, names: readonly string[], day: CalendarDate): Promise<void> {
    await tx.query(
      `UPDATE finding SET resolved_on = greatest($2::date, last_seen_on)
        WHERE resolved_on IS NULL AND query <> ALL ($1::text[])`,
      [names, day],
    );
  }

  async saveRun(
    tx: EntityManager,
    id: string,
    { found, failed, finishedAt }: Pick<FindingRun, 'found' | 'failed' | 'finishedAt'>,
  ): Promise<void> {
    await tx.query('UPDATE finding_run SET found = $2, failed = $3, finished_at = $4 WHERE id = $1', [
      id,
      found,
      failed,
      finishedAt,
    ]);
  }

  async newestRun(): Promise<FindingRun | null> {
    const [row] = await this.transactions.reader.query<FindingRun[]>(
      `SELECT ${RUN} FROM finding_run ORDER BY ran_on DESC LIMIT 1`,
    );
    return row ?? null;
  }

  listPage(filter: FindingFilter, page: PageRequest): Promise<Page<FindingRow>> {
    return readPage<FindingRow>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: ROWS,
        conditions: conditionsOf(filter),
        sort: {
          keys: [
            { sql: 'f.first_seen_on', type: 'date' },
            { sql: 'f.id', type: 'uuid' },
          ],
        },
      },
      page,
    );
  }

  async count(filter: FindingFilter): Promise<readonly QueryCount[]> {
    const { where, values } = joinConditions(conditionsOf({ ...filter, state: null, query: null }));
    return this.transactions.reader.query(
      `SELECT f.query, count(*) FILTER (WHERE f.resolved_on IS NULL)::int AS open,
              count(f.resolved_on)::int AS resolved,
              min(f.first_seen_on) FILTER (WHERE f.resolved_on IS NULL) AS "oldestOpen"
         FROM finding f ${where} GROUP BY f.query ORDER BY f.query`,
      values,
    );
  }
}

function conditionsOf({ state, query, agreementId }: FindingFilter): Condition[] {
  const conditions: Condition[] = [];
  if (state !== null)
    conditions.push({ sql: `f.resolved_on IS ${state === 'open' ? '' : 'NOT '}NULL`, values: [] });
  if (query !== null) conditions.push({ sql: 'f.query = ?', values: [query] });
  if (agreementId !== null) conditions.push({ sql: 'f.agreement_id = ?::uuid', values: [agreementId] });
  return conditions;
}
