import { Injectable } from '@nestjs/common';
import {
  type Condition,
  type MediaType,
  type Page,
  type PageRequest,
  Transactions,
  joinConditions,
  readPage,
} from '@app/platform';
import type { EntityManager } from 'typeorm';
import { type AgreementFileRole, ROLES_FOR_PARTIES } from '../domain/agreement-file';

/** What the register knows of a file of an agreement. */
export interface AgreementFileView {
  readonly id: string;
  readonly agreementId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: MediaType;
  readonly role: AgreementFileRole;
  readonly language: string | null;
  readonly title: string | null;
  readonly fileName: string;
  readonly recordedOn: string;
  readonly recordedAt: Date;
  readonly withdrawnOn: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string | null;
}

const COLUMNS = `f.id, f.agreement_id AS "agreementId", f.sha256, s.bytes, s.media_type AS "mediaType", f.role,
  f.language, f.title, f.file_name AS "fileName", f.recorded_on AS "recordedOn", f.recorded_at AS "recordedAt",
  f.withdrawn_on AS "withdrawnOn", f.withdrawn_at AS "withdrawnAt", f.withdrawal_reason AS "withdrawalReason"`;
const FROM = 'agreement_file f JOIN stored_file s ON s.sha256 = f.sha256';

/**
 * Which files a reader finds: staff all; others what was signed and stands, of agreements that one of their organisations
 * is party to. That an agreement is published opens none of its files.
 */
function visibleFiles(organisations: readonly string[] | null): Condition[] {
  if (organisations === null) return [];
  return [
    { sql: 'f.withdrawn_at IS NULL AND f.role = ANY (?::text[])', values: [[...ROLES_FOR_PARTIES]] },
    {
      sql: 'f.agreement_id IN (SELECT own.agreement_id FROM party own WHERE own.organisation_id = ANY (?::uuid[]))',
      values: [[...organisations]],
    },
  ];
}

/** Reads files of agreements. */
@Injectable()
export class AgreementFileRepository {
  constructor(private readonly transactions: Transactions) {}

  listPage(
    agreementId: string,
    organisations: readonly string[] | null,
    page: PageRequest,
  ): Promise<Page<AgreementFileView>> {
    return readPage<AgreementFileView>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: FROM,
        conditions: [{ sql: 'f.agreement_id = ?', values: [agreementId] }, ...visibleFiles(organisations)],
        sort: { keys: [{ sql: 'f.id', type: 'uuid' }] },
      },
      page,
    );
  }

  async find(
    agreementId: string,
    id: string,
    organisations: readonly string[] | null,
  ): Promise<AgreementFileView | null> {
    const { where, values } = joinConditions([
      { sql: 'f.agreement_id = ? AND f.id = ?', values: [agreementId, id] },
      ...visibleFiles(organisations),
    ]);
    const [row] = await this.transactions.reader.query<AgreementFileView[]>(
      `SELECT ${COLUMNS} FROM ${FROM} ${where}`,
      values,
    );
    return row ?? null;
  }

  /** A file that stands, held so until the transaction ends: proof for a step of its agreement. */
  async holdLive(
    tx: EntityManager,
    agreementId: string,
    id: string,
  ): Promise<Pick<AgreementFileView, 'id' | 'role' | 'sha256'> | null> {
    const [row] = await tx.query<Pick<AgreementFileView, 'id' | 'role' | 'sha256'>[]>(
      `SELECT id, role, sha256 FROM agreement_file
        WHERE agreement_id = $1 AND id = $2 AND withdrawn_at IS NULL FOR SHARE`,
      [agreementId, id],
    );
    return row ?? null;
  }

  async standsAlready(tx: EntityManager, agreementId: string, sha256: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'SELECT FROM agreement_file WHERE agreement_id = $1 AND sha256 = $2 AND withdrawn_at IS NULL',
      [agreementId, sha256],
    );
    return rows.length > 0;
  }
}
