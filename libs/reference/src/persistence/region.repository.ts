import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RecordVersion, Transactions, changeRecord } from '@app/platform';
import type { Region, RegionContent } from '../domain/region';
import { RegionEntity } from './reference.entities';
import { NAMED_COLUMNS, NamedRow, ReferenceRepository, nameColumns, namesOf } from './reference.repository';

interface RegionRow extends NamedRow {
  readonly code: string;
  readonly seat: string | null;
}

const columnsOf = ({ code, names, seat }: RegionContent) => ({ code, ...nameColumns(names), seat });

/** Reads and writes regions. */
@Injectable()
export class RegionRepository extends ReferenceRepository<RegionRow, Region> {
  protected readonly source = {
    table: 'region',
    columns: `${NAMED_COLUMNS}, code, seat`,
    order: { keys: [{ sql: 'code', type: 'text' }] },
    view: (row: RegionRow): Region => ({
      id: row.id,
      code: row.code,
      names: namesOf(row),
      seat: row.seat,
      revision: row.revision,
    }),
  };

  constructor(transactions: Transactions) {
    super(transactions);
  }

  async insert(tx: EntityManager, id: string, content: RegionContent): Promise<void> {
    await tx.insert(RegionEntity, { id, ...columnsOf(content) });
  }

  async change(tx: EntityManager, version: RecordVersion, content: RegionContent): Promise<void> {
    await changeRecord(tx, RegionEntity, version, columnsOf(content));
  }

  async hasCode(code: string): Promise<boolean> {
    return (await this.findWhere(this.transactions.reader, 'code = $1', [code])) !== null;
  }
}
