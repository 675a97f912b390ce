import { Injectable } from '@nestjs/common';
import { RecordIsStale, RecordNotFound } from '@app/kernel';
import { Page, PageRequest, RecordVersion, Transactions, changeRecord, readPage } from '@app/platform';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Processing, ProcessingContent } from '../domain/processing';
import { ProcessingEntity } from './privacy.entities';

const COLUMNS = `p.id, p.code, p.purpose, p.legal_basis AS "legalBasis", p.categories, p.persons, p.recipients,
  p.responsible, p.retention_note AS "retentionNote", p.retention_days AS "retentionDays",
  p.cndp_receipt AS "cndpReceipt", p.revision`;

/** The software's own first, in the order of their codes; then the others as they came. */
const BY_CODE = {
  keys: [
    { sql: `coalesce(p.code, '~')`, type: 'text' },
    { sql: 'p.id', type: 'uuid' },
  ],
};

const viewOf = (row: Processing): Processing => ({
  id: row.id,
  code: row.code,
  purpose: row.purpose,
  legalBasis: row.legalBasis,
  categories: row.categories,
  persons: row.persons,
  recipients: row.recipients,
  responsible: row.responsible,
  retentionDays: row.retentionDays,
  retentionNote: row.retentionNote,
  cndpReceipt: row.cndpReceipt,
  revision: row.revision,
});

/** Reads and writes the register of processings. */
@Injectable()
export class ProcessingRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(page: PageRequest): Promise<Page<Processing>> {
    const statement = { select: COLUMNS, from: 'processing p', conditions: [], sort: BY_CODE };
    const rows = await readPage<Processing>(this.transactions.reader, statement, page);
    return { ...rows, items: rows.items.map(viewOf) };
  }

  async find(id: string): Promise<Processing | null> {
    return this.findIn(this.transactions.reader, id, '');
  }

  /** Those that this software carries out, for the retention job. */
  async listOwn(): Promise<Processing[]> {
    return this.transactions.reader.query<Processing[]>(
      `SELECT ${COLUMNS} FROM processing p WHERE p.code IS NOT NULL`,
    );
  }

  /** The processing that the software knows by this code; null when there is none. */
  async findByCode(code: string): Promise<Processing | null> {
    const [row] = await this.transactions.reader.query<Processing[]>(
      `SELECT ${COLUMNS} FROM processing p WHERE p.code = $1`,
      [code],
    );
    return row ?? null;
  }

  /** The processing, locked, if it still is at this revision. @throws RecordNotFound @throws RecordIsStale */
  async lock(tx: EntityManager, { id, revision }: RecordVersion): Promise<Processing> {
    const found = await this.findIn(tx, id, 'FOR UPDATE');
    if (found === null) throw new RecordNotFound();
    if (found.revision !== revision) throw new RecordIsStale();
    return found;
  }

  async insert(tx: EntityManager, id: string, content: ProcessingContent): Promise<void> {
    await tx.insert(ProcessingEntity, { ...content, id });
  }

  async change(tx: EntityManager, version: RecordVersion, content: ProcessingContent): Promise<void> {
    await changeRecord(tx, ProcessingEntity, version, content as QueryDeepPartialEntity<ProcessingEntity>);
  }

  private async findIn(db: EntityManager, id: string, lock: '' | 'FOR UPDATE'): Promise<Processing | null> {
    const [row] = await db.query<Processing[]>(
      `SELECT ${COLUMNS} FROM processing p WHERE p.id = $1 ${lock}`,
      [id],
    );
    return row ? viewOf(row) : null;
  }
}
