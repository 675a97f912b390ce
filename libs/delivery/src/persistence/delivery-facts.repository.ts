import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { AcceptedObservation, PendingClaim } from '../domain/observation';
import type { Reported } from '../domain/reported';
import { TARGET } from './reported.sql';
import { reportingSince } from './reporting-since.sql';

/** What reports say of a commitment, beside what was promised. */
export interface DeliveryFactsRow {
  readonly commitmentId: string;
  readonly agreementId: string;
  readonly lastDay: CalendarDate | null;
  /** Where the promise is met; null for words without a number, and for ongoing duties. */
  readonly target: number | null;
  readonly observations: readonly AcceptedObservation[];
  /** Every value that was claimed and not taken back, accepted or not. */
  readonly claims: readonly (PendingClaim & { readonly pending: boolean })[];
  /** Duties of the State that the last accepted report names as obstacles, by id or in its words. */
  readonly blockedBy: readonly string[];
  /** The column as it stands; null where there is no row. */
  readonly kept: Standing | null;
}

/** What is derived of a commitment and kept. */
export interface Standing extends Reported {
  /** When the forecast was first found past the deadline, where it still is. */
  readonly crossesSince: CalendarDate | null;
}

/** What flags are read from besides. */
export interface ReportingState {
  /** Since when reporting is open; null where nobody asks, or where the caller may not know. */
  readonly openedOn: CalendarDate | null;
  readonly owedSince: CalendarDate | null;
  readonly disputed: boolean;
  /** The signature's last possible day: where the promised line begins. */
  readonly signedOn: CalendarDate | null;
}

const FACTS = `
  SELECT c.id AS "commitmentId", c.agreement_id AS "agreementId", c.last_day AS "lastDay",
         ${TARGET} AS target,
         coalesce(o.observations, '[]') AS observations, coalesce(r.claims, '[]') AS claims,
         coalesce(b.duties, '{}') AS "blockedBy", k.kept
    FROM commitment c
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('asOf', x.as_of, 'value', x.value, 'rank', x.rank, 'recordedOn', x.recorded_on)
                       ORDER BY x.as_of, x.recorded_on, x.id) AS observations,
             (array_agg(x.report_id ORDER BY x.as_of DESC, x.recorded_on DESC, x.id DESC))[1] AS last_report
        FROM accepted_observation x WHERE x.commitment_id = c.id AND x.superseded_on IS NULL) o ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('asOf', x.as_of, 'value', x.claimed_value,
                                          'pending', x.state IN ('submitted', 'in_review')) ORDER BY x.as_of, x.id) AS claims
        FROM report x
       WHERE x.commitment_id = c.id AND x.as_of IS NOT NULL AND x.state NOT IN ('withdrawn', 'rejected', 'superseded')) r
      ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(coalesce(e ->> 'commitmentId', e ->> 'text')) AS duties
        -- Of the accepted one, which does not change any more: the past keeps no text of reports.
        FROM public.report x, jsonb_array_elements(coalesce(x.content -> 'obstacles', '[]')) AS e
       WHERE x.id = o.last_report AND e ->> 'kind' = 'state_duty') b ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('reached', x.reached, 'before', x.before_deadline, 'after', x.after_deadline,
                                'crossesSince', x.crosses_since) AS kept
        FROM delivery_standing x WHERE x.commitment_id = c.id AND x.replaced_on IS NULL) k ON true`;

/** Reads what was reported of commitments, and keeps what is derived from it. */
@Injectable()
export class DeliveryFactsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The facts of some commitments, in the order of their ids; none for ids that no commitment has any more. */
  of(commitmentIds: readonly string[]): Promise<DeliveryFactsRow[]> {
    return this.transactions.reader.query(`${FACTS} WHERE c.id = ANY ($1::uuid[]) ORDER BY c.id`, [
      commitmentIds,
    ]);
  }

  /** The same of an agreement. */
  ofAgreement(agreementId: string): Promise<DeliveryFactsRow[]> {
    return this.transactions.reader.query(`${FACTS} WHERE c.agreement_id = $1 ORDER BY c.id`, [agreementId]);
  }

  /** The same of so many commitments after an id, whether anything was reported of them or not. */
  after(commitmentId: string, many: number): Promise<DeliveryFactsRow[]> {
    return this.transactions.reader.query(`${FACTS} WHERE c.id > $1 ORDER BY c.id LIMIT $2`, [
      commitmentId,
      many,
    ]);
  }

  /** What flags and the promised line are read from. */
  async reporting(commitmentId: string): Promise<ReportingState> {
    const [row] = await this.transactions.reader.query<ReportingState[]>(
      `SELECT ${reportingSince('c.agreement_id')} AS "openedOn",
              (SELECT min(r.grace_until) FROM report r
                WHERE r.commitment_id = c.id AND r.state IN ('requested', 'draft', 'returned', 'missed')) AS "owedSince",
              EXISTS (SELECT FROM report r WHERE r.commitment_id = c.id AND r.state = 'disputed') AS disputed,
              a.signed_last_day AS "signedOn"
         FROM commitment c JOIN agreement a ON a.id = c.agreement_id WHERE c.id = $1`,
      [commitmentId],
    );
    return row ?? { openedOn: null, owedSince: null, disputed: false, signedOn: null };
  }

  /** What else is told beside the accepted figures of some promises, by their ids. */
  async telling(
    commitmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<ReportingState, 'disputed' | 'signedOn'>>> {
    if (commitmentIds.length === 0) return new Map();
    const rows = await this.transactions.reader.query<
      (Pick<ReportingState, 'disputed' | 'signedOn'> & { readonly id: string })[]
    >(
      `SELECT c.id, EXISTS (SELECT FROM report r WHERE r.commitment_id = c.id AND r.state = 'disputed') AS disputed,
              a.signed_last_day AS "signedOn"
         FROM commitment c JOIN agreement a ON a.id = c.agreement_id WHERE c.id = ANY ($1::uuid[])`,
      [commitmentIds],
    );
    return new Map(rows.map(({ id, disputed, signedOn }) => [id, { disputed, signedOn }]));
  }

  /** Lets whoever else keeps standings wait: what is read after it is what they kept, and nothing older comes over it. */
  async lockStandings(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('delivery_standing', 0))`);
  }

  /** Keeps what differs from the column, from a day on; what held until then stays for questions about the past. */
  async keep(
    tx: EntityManager,
    changed: readonly { readonly row: DeliveryFactsRow; readonly standing: Standing }[],
    day: CalendarDate,
  ): Promise<void> {
    if (changed.length === 0) return;
    const told = `unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[])
      AS t (commitment_id, agreement_id, reached, before_deadline, after_deadline, crosses_since)`;
    const values = [
      changed.map(({ row }) => row.commitmentId),
      changed.map(({ row }) => row.agreementId),
      changed.map(({ standing }) => standing.reached),
      changed.map(({ standing }) => standing.before),
      changed.map(({ standing }) => standing.after),
      changed.map(({ standing }) => standing.crossesSince),
      day,
    ];
    await tx.query(
      `UPDATE delivery_standing s SET replaced_on = $2
        WHERE s.commitment_id = ANY ($1::uuid[]) AND s.replaced_on IS NULL AND s.recorded_on < $2`,
      [values[0], day],
    );
    await tx.query(
      `INSERT INTO delivery_standing (commitment_id, agreement_id, reached, before_deadline, after_deadline,
         crosses_since, recorded_on)
       SELECT t.*, $7::date FROM ${told}
       ON CONFLICT (commitment_id, recorded_on) DO UPDATE SET reached = excluded.reached,
         before_deadline = excluded.before_deadline, after_deadline = excluded.after_deadline,
         crosses_since = excluded.crosses_since`,
      values,
    );
  }
}
