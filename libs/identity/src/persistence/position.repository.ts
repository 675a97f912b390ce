import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type LocalizedText, RecordIsStale, RecordNotFound } from '@app/kernel';
import {
  type Condition,
  type Page,
  type PageRequest,
  type RecordVersion,
  Transactions,
  changeRecord,
  holdsEveryWord,
  readPage,
} from '@app/platform';
import type { Position, PositionContent } from '../domain/position';
import { PositionEntity } from './identity.entities';

/** Which positions a list shows. */
export interface PositionFilter {
  /** Words that a name holds, in any of the three scripts. */
  readonly q?: string | null;
  /** Whether somebody holds it. */
  readonly held?: boolean | null;
  readonly holderAccountId?: string | null;
}

const namesOf = (row: string) =>
  `jsonb_build_object('ar', ${row}.name_ar, 'fr', ${row}.name_fr, 'en', ${row}.name_en)`;
const accountOf = (row: string) =>
  `jsonb_build_object('id', ${row}.id, 'name', ${row}.name, 'active', ${row}.active)`;

const COLUMNS = `p.id, p.revision, p.key, ${namesOf('p')} AS names,
  CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id, 'names', ${namesOf('s')}) END AS superior,
  CASE WHEN h.id IS NOT NULL THEN ${accountOf('h')} END AS holder,
  CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('account', ${accountOf('d')},
    'from', p.delegate_from, 'until', p.delegate_until) END AS delegation`;

const FROM = `"position" p
  LEFT JOIN "position" s ON s.id = p.superior_id
  LEFT JOIN account h ON h.id = p.holder_account_id
  LEFT JOIN account d ON d.id = p.delegate_account_id`;

const BY_NAME = {
  keys: [
    { sql: 'fold_text(coalesce(p.name_fr, p.name_en, p.name_ar))', type: 'text' },
    { sql: 'p.id', type: 'uuid' },
  ],
};

/** Spells "sup" in ASCII: two changes that close a circle only together must not miss each other. */
const SUPERIORS_LOCK = 0x737570;

/** Reads and writes positions. */
@Injectable()
export class PositionRepository {
  constructor(private readonly transactions: Transactions) {}

  async list({ q, held, holderAccountId }: PositionFilter, page: PageRequest): Promise<Page<Position>> {
    const conditions: Condition[] = holdsEveryWord(
      `fold_text(concat_ws(' ', p.name_fr, p.name_en, p.name_ar))`,
      q,
    );
    if (typeof held === 'boolean') conditions.push({ sql: 'coalesce(h.active, false) = ?', values: [held] });
    if (holderAccountId) conditions.push({ sql: 'h.id = ?', values: [holderAccountId] });
    return readPage<Position>(
      this.transactions.reader,
      { select: COLUMNS, from: FROM, conditions, sort: BY_NAME },
      page,
    );
  }

  async find(id: string): Promise<Position | null> {
    return this.findIn(this.transactions.reader, id, '');
  }

  /** The position, locked, if it still is at this revision. @throws RecordNotFound @throws RecordIsStale */
  async lock(tx: EntityManager, { id, revision }: RecordVersion): Promise<Position> {
    const found = await this.findIn(tx, id, 'FOR NO KEY UPDATE OF p');
    if (found === null) throw new RecordNotFound();
    if (found.revision !== revision) throw new RecordIsStale();
    return found;
  }

  async insert(tx: EntityManager, id: string, content: PositionContent): Promise<void> {
    await tx.insert(PositionEntity, { id, ...columnsOf(content) });
  }

  async change(tx: EntityManager, version: RecordVersion, content: PositionContent): Promise<void> {
    await changeRecord(tx, PositionEntity, version, columnsOf(content));
  }

  /** The positions that an account holds or stands in for, locked. */
  async lockOf(tx: EntityManager, accountId: string): Promise<readonly Position[]> {
    return tx.query<Position[]>(
      `SELECT ${COLUMNS} FROM ${FROM}
        WHERE $1::uuid IN (p.holder_account_id, p.delegate_account_id)
        ORDER BY p.id FOR NO KEY UPDATE OF p`,
      [accountId],
    );
  }

  /** Whether it is an active account of staff, which nobody can close before this transaction ends. */
  async mayHold(tx: EntityManager, accountId: string): Promise<boolean> {
    const found = await tx.query<unknown[]>(
      `SELECT FROM account WHERE id = $1 AND active AND kind = 'staff' FOR SHARE`,
      [accountId],
    );
    return found.length > 0;
  }

  /** Waits for whoever else is changing superiors. */
  async lockSuperiors(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [SUPERIORS_LOCK]);
  }

  /** The position and all above it, upwards; empty when there is no such position. */
  async lineOf(tx: EntityManager, id: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `WITH RECURSIVE line AS (
         SELECT id, superior_id FROM "position" WHERE id = $1
         UNION SELECT p.id, p.superior_id FROM "position" p JOIN line ON p.id = line.superior_id
       ) SELECT id FROM line`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  /** Positions in which nobody is, by their names. */
  async listVacant(): Promise<readonly { readonly id: string; readonly names: LocalizedText }[]> {
    return this.transactions.reader.query(
      `SELECT p.id, ${namesOf('p')} AS names FROM ${FROM}
        WHERE h.active IS NOT TRUE ORDER BY ${BY_NAME.keys.map(({ sql }) => sql).join(', ')}`,
    );
  }

  private async findIn(db: EntityManager, id: string, lock: string): Promise<Position | null> {
    const [row] = await db.query<Position[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE p.id = $1 ${lock}`, [id]);
    return row ?? null;
  }
}

function columnsOf({ names, ...content }: PositionContent) {
  return { nameAr: names.ar, nameFr: names.fr, nameEn: names.en, ...content };
}
