import type { EntityManager } from 'typeorm';
import { LocalizedText, RecordIsStale, RecordNotFound } from '@app/kernel';
import { Page, PageRequest, RecordVersion, SortOrder, Transactions, readPage } from '@app/platform';

/** How one table of the country's lists is read. */
export interface ReferenceTable<Row, View> {
  readonly table: string;
  readonly columns: string;
  readonly order: SortOrder;
  readonly view: (row: Row) => View;
}

/** Columns that every named record of the country has. */
export interface NamedRow extends RecordVersion {
  readonly name_ar: string | null;
  readonly name_fr: string | null;
  readonly name_en: string | null;
}

export const NAMED_COLUMNS = 'id, revision, name_ar, name_fr, name_en';

/** The three name columns as one text. */
export function namesOf({ name_ar: ar, name_fr: fr, name_en: en }: NamedRow): LocalizedText {
  return { ar, fr, en };
}

/** A text as the three name columns. */
export function nameColumns({ ar: nameAr, fr: nameFr, en: nameEn }: LocalizedText) {
  return { nameAr, nameFr, nameEn };
}

/** Reads one of the country's lists. */
export abstract class ReferenceRepository<Row extends NamedRow, View extends RecordVersion> {
  protected abstract readonly source: ReferenceTable<Row, View>;

  constructor(protected readonly transactions: Transactions) {}

  async list(page: PageRequest): Promise<Page<View>> {
    const { table: from, columns: select, order: sort, view } = this.source;
    const rows = await readPage<Row>(this.transactions.reader, { select, from, conditions: [], sort }, page);
    return { ...rows, items: rows.items.map(view) };
  }

  async find(id: string): Promise<View | null> {
    return this.findWhere(this.transactions.reader, 'id = $1', [id]);
  }

  /** The record, locked, if it still is at this revision. @throws RecordNotFound @throws RecordIsStale */
  async lock(tx: EntityManager, { id, revision }: RecordVersion): Promise<View> {
    const found = await this.findWhere(tx, 'id = $1 FOR UPDATE', [id]);
    if (found === null) throw new RecordNotFound();
    if (found.revision !== revision) throw new RecordIsStale();
    return found;
  }

  protected async findWhere(db: EntityManager, condition: string, values: unknown[]): Promise<View | null> {
    const { table, columns, view } = this.source;
    const [row] = await db.query<Row[]>(`SELECT ${columns} FROM ${table} WHERE ${condition}`, values);
    return row ? view(row) : null;
  }
}
