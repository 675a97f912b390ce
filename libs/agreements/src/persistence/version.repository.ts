import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { Transactions } from '@app/platform';
import { StoredDocument, upToDate } from '../domain/stored-document';
import type { AcknowledgedGap, Amendment, VersionKind } from '../domain/version';

/** A version that is or was current. */
export interface VersionRow {
  readonly number: number;
  readonly state: 'current' | 'superseded';
  readonly kind: VersionKind;
  readonly reason: string | null;
  readonly amendment: Amendment | null;
  readonly acknowledgedGaps: readonly AcknowledgedGap[];
  readonly draftedBy: readonly string[];
  readonly submittedBy: string | null;
  readonly verifiedBy: string | null;
  readonly approvedBy: string | null;
  readonly overriddenBy: string | null;
  readonly recordedBy: string;
  readonly recordedOn: CalendarDate;
  readonly recordedAt: Date;
  readonly effectiveOn: CalendarDate | null;
  readonly documentSha256: string;
}

export interface VersionWithDocument extends VersionRow {
  readonly document: StoredDocument;
}

const COLUMNS = `number, state, kind, reason, amendment, acknowledged_gaps AS "acknowledgedGaps",
  drafted_by AS "draftedBy", submitted_by AS "submittedBy", verified_by AS "verifiedBy", approved_by AS "approvedBy",
  overridden_by AS "overriddenBy", recorded_by AS "recordedBy", recorded_on AS "recordedOn",
  recorded_at AS "recordedAt", effective_on AS "effectiveOn", document_sha256 AS "documentSha256"`;

/** Reads versions, each under its number for good. */
@Injectable()
export class VersionRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The latest first. */
  list(agreementId: string): Promise<VersionRow[]> {
    return this.transactions.reader.query<VersionRow[]>(
      `SELECT ${COLUMNS} FROM agreement_version WHERE agreement_id = $1 ORDER BY number DESC`,
      [agreementId],
    );
  }

  async find(agreementId: string, number: number): Promise<VersionWithDocument | null> {
    const [row] = await this.transactions.reader.query<VersionWithDocument[]>(
      `SELECT ${COLUMNS}, document FROM agreement_version WHERE agreement_id = $1 AND number = $2`,
      [agreementId, number],
    );
    return row ? { ...row, document: upToDate(row.document) } : null;
  }
}
