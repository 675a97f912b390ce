import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RecordVersion, Transactions, changeRecord } from '@app/platform';
import type { Zone, ZoneContent, ZoneStatus } from '../domain/zone';
import { ZoneEntity } from './reference.entities';
import { NAMED_COLUMNS, NamedRow, ReferenceRepository, nameColumns, namesOf } from './reference.repository';

interface ZoneRow extends NamedRow {
  readonly code: string;
  readonly city: string | null;
  readonly region_code: string;
  readonly kind: string;
  readonly manager: string | null;
  readonly status: ZoneStatus;
  readonly note: string | null;
}

const columnsOf = ({ code, names, city, regionCode, kind, manager, status, note }: ZoneContent) => ({
  code,
  ...nameColumns(names),
  city,
  regionCode,
  kind,
  manager,
  status,
  note,
});

/** Reads and writes zones. */
@Injectable()
export class ZoneRepository extends ReferenceRepository<ZoneRow, Zone> {
  protected readonly source = {
    table: 'zone',
    columns: `${NAMED_COLUMNS}, code, city, region_code, kind, manager, status, note`,
    order: { keys: [{ sql: 'code', type: 'text' }] },
    view: (row: ZoneRow): Zone => ({
      id: row.id,
      code: row.code,
      names: namesOf(row),
      city: row.city,
      regionCode: row.region_code,
      kind: row.kind,
      manager: row.manager,
      status: row.status,
      note: row.note,
      revision: row.revision,
    }),
  };

  constructor(transactions: Transactions) {
    super(transactions);
  }

  async insert(tx: EntityManager, id: string, content: ZoneContent): Promise<void> {
    await tx.insert(ZoneEntity, { id, ...columnsOf(content) });
  }

  async change(tx: EntityManager, version: RecordVersion, content: ZoneContent): Promise<void> {
    await changeRecord(tx, ZoneEntity, version, columnsOf(content));
  }
}
