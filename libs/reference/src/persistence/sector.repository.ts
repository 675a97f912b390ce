import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RecordVersion, Transactions, changeRecord } from '@app/platform';
import type { Sector, SectorContent } from '../domain/sector';
import { SectorEntity } from './reference.entities';
import { NAMED_COLUMNS, NamedRow, ReferenceRepository, nameColumns, namesOf } from './reference.repository';

interface SectorRow extends NamedRow {
  readonly code: string;
  readonly examples: string[];
}

const columnsOf = ({ code, names, examples }: SectorContent) => ({
  code,
  ...nameColumns(names),
  examples: [...examples],
});

/** Reads and writes sectors. */
@Injectable()
export class SectorRepository extends ReferenceRepository<SectorRow, Sector> {
  protected readonly source = {
    table: 'sector',
    columns: `${NAMED_COLUMNS}, code, examples`,
    order: { keys: [{ sql: 'code', type: 'text' }] },
    view: (row: SectorRow): Sector => ({
      id: row.id,
      code: row.code,
      names: namesOf(row),
      examples: row.examples,
      revision: row.revision,
    }),
  };

  constructor(transactions: Transactions) {
    super(transactions);
  }

  async insert(tx: EntityManager, id: string, content: SectorContent): Promise<void> {
    await tx.insert(SectorEntity, { id, ...columnsOf(content) });
  }

  async change(tx: EntityManager, version: RecordVersion, content: SectorContent): Promise<void> {
    await changeRecord(tx, SectorEntity, version, columnsOf(content));
  }
  async hasCode(code: string): Promise<boolean> {
    return (await this.findWhere(this.transactions.reader, 'code = $1', [code])) !== null;
  }
}
