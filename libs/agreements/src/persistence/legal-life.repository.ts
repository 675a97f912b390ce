import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { Page, PageRequest, Transactions, readPage } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { LegalAction } from '../domain/agreement-workflow';
import type { LegalState } from '../domain/legal-states';

/** One step in the legal life of an agreement. */
export interface LegalStepRow {
  readonly number: number;
  readonly action: LegalAction;
  readonly fromState: LegalState;
  readonly toState: LegalState;
  readonly onStated: string;
  readonly onFirstDay: CalendarDate;
  readonly onLastDay: CalendarDate;
  readonly reason: string | null;
  readonly fileId: string | null;
  readonly fileSha256: string | null;
  readonly sourceId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly takenBy: string;
  readonly onBehalfOf: string | null;
  readonly agreedBy: string | null;
  readonly versionNumber: number | null;
  readonly recordedOn: CalendarDate;
  readonly takenAt: Date;
}

/** A state that an agreement came into, as the public reads it: on which day, and no word of why or by whom. */
export interface PublicStep {
  readonly state: LegalState;
  readonly onStated: string;
  readonly recordedOn: CalendarDate;
}

/** A suspension that runs. */
export interface OpenSuspension {
  readonly id: string;
  readonly fromDay: CalendarDate;
  readonly expectedEnd: CalendarDate | null;
}

const STEP_COLUMNS = `s.number, s.action, s.from_state AS "fromState", s.to_state AS "toState",
  s.on_stated AS "onStated", s.on_first_day AS "onFirstDay", s.on_last_day AS "onLastDay", s.reason,
  s.file_id AS "fileId", s.file_sha256 AS "fileSha256", s.source_id AS "sourceId", s.details,
  s.taken_by AS "takenBy", s.on_behalf_of AS "onBehalfOf", s.agreed_by AS "agreedBy",
  s.version_number AS "versionNumber", s.recorded_on AS "recordedOn", s.taken_at AS "takenAt"`;

/** Reads the legal life of agreements: steps, suspensions, consents. */
@Injectable()
export class LegalLifeRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The states that an agreement came into, in their order. */
  publicSteps(agreementId: string): Promise<PublicStep[]> {
    return this.transactions.reader.query<PublicStep[]>(
      `SELECT to_state AS state, on_stated AS "onStated", recorded_on AS "recordedOn"
         FROM legal_step WHERE agreement_id = $1 ORDER BY number`,
      [agreementId],
    );
  }

  /** The steps of an agreement, the latest first. */
  listSteps(agreementId: string, page: PageRequest): Promise<Page<LegalStepRow>> {
    return readPage<LegalStepRow>(
      this.transactions.reader,
      {
        select: STEP_COLUMNS,
        from: 'legal_step s',
        conditions: [{ sql: 's.agreement_id = ?::uuid', values: [agreementId] }],
        sort: { keys: [{ sql: 's.number', type: 'integer' }], descending: true },
      },
      page,
    );
  }

  /** Null when no step was taken since the agreement was logged. */
  async lastStep(agreementId: string): Promise<LegalStepRow | null> {
    const [row] = await this.transactions.reader.query<LegalStepRow[]>(
      `SELECT ${STEP_COLUMNS} FROM legal_step s WHERE s.agreement_id = $1 ORDER BY s.number DESC LIMIT 1`,
      [agreementId],
    );
    return row ?? null;
  }

  async openSuspension(agreementId: string): Promise<OpenSuspension | null> {
    const [row] = await this.transactions.reader.query<OpenSuspension[]>(
      `SELECT id, from_day AS "fromDay", expected_end AS "expectedEnd"
         FROM suspension WHERE agreement_id = $1 AND ended_on IS NULL`,
      [agreementId],
    );
    return row ?? null;
  }

  /** The day on which the last suspension that ended did so. */
  async lastResumed(agreementId: string): Promise<CalendarDate | null> {
    const [row] = await this.transactions.reader.query<{ day: CalendarDate | null }[]>(
      'SELECT max(ended_on) AS day FROM suspension WHERE agreement_id = $1',
      [agreementId],
    );
    return row?.day ?? null;
  }

  /** Who agreed that somebody else reopens the agreement in this very revision. */
  async consentOfOthers(
    agreementId: string,
    revision: number,
    actor: string,
  ): Promise<`account:${string}` | null> {
    const [row] = await this.transactions.reader.query<{ given_by: `account:${string}` }[]>(
      `SELECT given_by FROM reopening_consent WHERE agreement_id = $1 AND revision = $2 AND given_by <> $3
        ORDER BY given_at LIMIT 1`,
      [agreementId, revision, actor],
    );
    return row?.given_by ?? null;
  }

  /** Whether the signed text is among the files of the agreement. */
  async holdsText(agreementId: string): Promise<boolean> {
    const rows = await this.transactions.reader.query<unknown[]>(
      `SELECT 1 FROM agreement_file WHERE agreement_id = $1 AND role = 'signed_text' AND withdrawn_at IS NULL LIMIT 1`,
      [agreementId],
    );
    return rows.length > 0;
  }

  /** A signed text of the agreement, kept from being withdrawn until the transaction ends; null when it is none. */
  async holdSignedText(
    tx: EntityManager,
    agreementId: string,
    fileId: string,
  ): Promise<{ fileId: string; fileSha256: string } | null> {
    const [row] = await tx.query<{ fileId: string; fileSha256: string }[]>(
      `SELECT id AS "fileId", sha256 AS "fileSha256" FROM agreement_file
        WHERE id = $1 AND agreement_id = $2 AND role = 'signed_text' AND withdrawn_at IS NULL FOR SHARE`,
      [fileId, agreementId],
    );
    return row ?? null;
  }

  /** Conditions precedent that are neither ticked nor waived. */
  async countOpenConditions(agreementId: string): Promise<number> {
    const [row] = await this.transactions.reader.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM condition_precedent WHERE agreement_id = $1 AND state = 'open'`,
      [agreementId],
    );
    return row.count;
  }

  /**
   * The instrument that is to replace another, held so that it does not end meanwhile; null when there is none.
   * Sharing a row conflicts with changing it, so that two agreements cannot replace each other.
   */
  async holdSuccessor(
    tx: EntityManager,
    agreementId: string,
  ): Promise<{ legalState: LegalState | null; commitmentIds: string[] } | null> {
    const [row] = await tx.query<{ legalState: LegalState | null }[]>(
      `SELECT CASE WHEN version_number IS NOT NULL THEN legal_state END AS "legalState"
         FROM agreement WHERE id = $1 FOR SHARE`,
      [agreementId],
    );
    if (!row) return null;
    const commitments = await tx.query<{ id: string }[]>(
      'SELECT id FROM commitment WHERE agreement_id = $1',
      [agreementId],
    );
    return { ...row, commitmentIds: commitments.map(({ id }) => id) };
  }
}
