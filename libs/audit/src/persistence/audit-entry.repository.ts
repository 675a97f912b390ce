import { Injectable } from '@nestjs/common';
import { type Condition, type Page, type PageRequest, Transactions, readPage } from '@app/platform';
import type { EntityManager } from 'typeorm';

/** An entry as it is read, with its place in the chain. */
export interface AuditEntryRow {
  readonly id: string;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly tokenId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload: Record<string, unknown>;
  readonly reason: string | null;
  readonly requestId: string | null;
  readonly address: string | null;
  /** Null until it is sealed, as are the digests. */
  readonly sequence: number | null;
  readonly entrySha256: string | null;
  readonly previousSha256: string | null;
  readonly linkSha256: string | null;
  readonly sealedAt: Date | null;
}

/** Which entries are asked for; null for all. */
export interface AuditEntryFilter {
  readonly actor: string | null;
  readonly action: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  /** By this account, for it, or about it. */
  readonly account: string | null;
  readonly from: Date | null;
  readonly before: Date | null;
  readonly requestId: string | null;
  readonly sealed: boolean | null;
}

/** A personal value beside the trail. */
export interface PersonalValueRow {
  readonly pointer: string;
  readonly value: string;
}

const COLUMNS = `e.id, e.at, e.recorded_at AS "recordedAt", e.actor, e.on_behalf_of AS "onBehalfOf",
  e.token_id AS "tokenId", e.action, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.payload, e.reason,
  e.request_id AS "requestId", e.address, l.sequence, encode(l.entry_sha256, 'hex') AS "entrySha256",
  encode(l.previous_sha256, 'hex') AS "previousSha256", encode(l.link_sha256, 'hex') AS "linkSha256",
  l.sealed_at AS "sealedAt"`;

const FROM = 'audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id';

/** What waits for the sealer is a short list beside the trail, so neither answer reads the whole of it. */
const WAITING = 'EXISTS (SELECT 1 FROM audit_unsealed u WHERE u.entry_id = e.id)';

/** Reads the trail; each filter has an index that ends in the order of the list. */
@Injectable()
export class AuditEntryRepository {
  constructor(private readonly transactions: Transactions) {}

  listPage(filter: Partial<AuditEntryFilter>, page: PageRequest): Promise<Page<AuditEntryRow>> {
    return readPage<AuditEntryRow>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: FROM,
        conditions: conditionsOf(filter),
        sort: {
          keys: [
            { sql: 'e.at', type: 'timestamptz' },
            { sql: 'e.id', type: 'uuid' },
          ],
          descending: true,
        },
      },
      page,
    );
  }

  async find(id: string): Promise<AuditEntryRow | null> {
    const [row] = await this.transactions.reader.query<AuditEntryRow[]>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE e.id = $1`,
      [id],
    );
    return row ?? null;
  }

  personalValuesOf(entryId: string): Promise<PersonalValueRow[]> {
    return this.transactions.reader.query<PersonalValueRow[]>(
      'SELECT pointer, value FROM audit_personal_value WHERE entry_id = $1 ORDER BY pointer',
      [entryId],
    );
  }

  /** @returns how many values there were. */
  async erasePersonalValues(tx: EntityManager, aboutIds: readonly string[]): Promise<number> {
    const [, count] = await tx.query<[unknown[], number]>(
      'DELETE FROM audit_personal_value WHERE about_id = ANY($1)',
      [aboutIds],
    );
    return count;
  }

  async isNoted(action: string, subjectId: string): Promise<boolean> {
    const rows = await this.transactions.reader.query<unknown[]>(
      'SELECT 1 FROM audit_entry WHERE subject_id = $1 AND action = $2 LIMIT 1',
      [subjectId, action],
    );
    return rows.length > 0;
  }

  async isSealed(action: string, subjectId: string): Promise<boolean> {
    const rows = await this.transactions.reader.query<unknown[]>(
      `SELECT 1 FROM audit_entry e JOIN audit_link l ON l.entry_id = e.id
        WHERE e.subject_id = $1 AND e.action = $2 LIMIT 1`,
      [subjectId, action],
    );
    return rows.length > 0;
  }
}

function conditionsOf(filter: Partial<AuditEntryFilter>): Condition[] {
  const conditions: Condition[] = [];
  const where = (sql: string, ...values: unknown[]) => conditions.push({ sql, values });
  const { actor, action, subjectType, subjectId, account, from, before, requestId, sealed } = filter;
  if (actor) where('e.actor = ?', actor);
  if (action) where('e.action = ?', action);
  if (subjectType) where('e.subject_type = ?', subjectType);
  if (subjectId) where('e.subject_id = ?', subjectId);
  if (account) {
    const name = `account:${account}`;
    where('e.actor = ? OR e.on_behalf_of = ? OR e.subject_id = ?', name, name, account);
  }
  if (from) where('e.at >= ?', from);
  if (before) where('e.at < ?', before);
  if (requestId) where('e.request_id = ?', requestId);
  if (sealed !== undefined && sealed !== null) where(sealed ? `NOT ${WAITING}` : WAITING);
  return conditions;
}
