import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MergeChanges } from '../domain/merge';
import { OrganisationMergeEntity, PersonMergeEntity } from './organisations.entities';

/** Which records are merged. */
export type MergedRecord = 'organisation' | 'person';

/** A merge that holds. */
export interface MergeInForce {
  readonly id: string;
  readonly goneId: string;
  readonly keptId: string;
  readonly reason: string;
  readonly mergedBy: string;
  readonly mergedAt: Date;
  readonly changes: MergeChanges;
  readonly moved: Readonly<Record<string, readonly string[]>>;
}

const ENTITIES = { organisation: OrganisationMergeEntity, person: PersonMergeEntity } as const;

/** What a merge of persons has none of: nothing of theirs contradicts, and nothing is moved. */
const OF_ORGANISATIONS = `, m.changes, m.moved`;
const NOTHING = { changes: {}, moved: {} };

/** Keeps which records are one, and lets each that went lead to the one that stays. */
@Injectable()
export class MergeRepository {
  async insert(tx: EntityManager, record: MergedRecord, merge: MergeInForce): Promise<void> {
    const { changes, moved, ...both } = merge;
    await tx
      .createQueryBuilder()
      .insert()
      .into(ENTITIES[record])
      .values({ ...both, ...(record === 'organisation' ? { changes, moved } : {}) })
      .updateEntity(false)
      .execute();
  }

  /** Ends a merge; it stays on record. */
  async end(
    tx: EntityManager,
    record: MergedRecord,
    id: string,
    separated: Pick<OrganisationMergeEntity, 'separatedBy' | 'separatedAt' | 'separationReason'>,
  ): Promise<void> {
    await tx.update(ENTITIES[record], { id }, separated);
  }

  /** By which merge a record went; null of one that stands for itself. */
  async ofGone(db: EntityManager, record: MergedRecord, goneId: string): Promise<MergeInForce | null> {
    const [found] = await this.find(db, record, 'm.gone_id = $1', [goneId]);
    return found ?? null;
  }

  /** Merges that hold, into the same record as this one and after it. */
  laterThan(db: EntityManager, record: MergedRecord, merge: MergeInForce): Promise<MergeInForce[]> {
    return this.find(db, record, 'm.kept_id = $1 AND (m.merged_at, m.id) > ($2, $3)', [
      merge.keptId,
      merge.mergedAt,
      merge.id,
    ]);
  }

  /** Those that led to a record lead on to where it goes; its own row is written by whoever holds its lock. */
  async leadOn(tx: EntityManager, record: MergedRecord, from: string, to: string): Promise<void> {
    await tx.query(`UPDATE ${record} SET merged_into = $2 WHERE merged_into = $1`, [from, to]);
  }

  /** Those that led through a record lead to it again, now that it stands for itself. */
  async leadBack(tx: EntityManager, record: MergedRecord, to: string): Promise<void> {
    await tx.query(
      `WITH RECURSIVE below AS (
         SELECT m.gone_id FROM ${record}_merge m WHERE m.kept_id = $1 AND m.separated_at IS NULL
         UNION
         SELECT m.gone_id FROM ${record}_merge m JOIN below ON m.kept_id = below.gone_id WHERE m.separated_at IS NULL
       ) UPDATE ${record} SET merged_into = $1 WHERE id IN (SELECT gone_id FROM below)`,
      [to],
    );
  }

  /** Who stays for each of these: itself, where it was not merged. */
  async whoStays(
    db: EntityManager,
    record: MergedRecord,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await db.query<{ id: string; stays: string }[]>(
      `SELECT id, merged_into AS stays FROM ${record} WHERE id = ANY ($1::uuid[]) AND merged_into IS NOT NULL`,
      [ids],
    );
    return new Map(rows.map(({ id, stays }) => [id, stays]));
  }

  private find(
    db: EntityManager,
    record: MergedRecord,
    condition: string,
    values: unknown[],
  ): Promise<MergeInForce[]> {
    return db
      .query<MergeInForce[]>(
        `SELECT m.id, m.gone_id AS "goneId", m.kept_id AS "keptId", m.reason, m.merged_by AS "mergedBy",
                m.merged_at AS "mergedAt" ${record === 'organisation' ? OF_ORGANISATIONS : ''}
           FROM ${record}_merge m WHERE m.separated_at IS NULL AND ${condition} ORDER BY m.merged_at, m.id`,
        values,
      )
      .then((rows) => rows.map((row) => ({ ...NOTHING, ...row })));
  }
}
