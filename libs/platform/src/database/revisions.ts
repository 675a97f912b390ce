import type { EntityManager, EntityTarget, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { RecordIsStale } from '@app/kernel';

/** A record and the revision of it that a change was made for. */
export interface RecordVersion {
  readonly id: string;
  readonly revision: number;
}

/**
 * Writes changes to one record and raises its revision, if it still is the one the caller saw.
 * @throws RecordIsStale when it is not, or when the record is gone.
 */
export async function changeRecord<E extends RecordVersion>(
  tx: EntityManager,
  entity: EntityTarget<E>,
  { id, revision }: RecordVersion,
  changes: QueryDeepPartialEntity<E>,
): Promise<void> {
  const seen = { id, revision } as FindOptionsWhere<E>;
  const { affected } = await tx.update(entity, seen, { ...changes, revision: revision + 1 });
  if (affected !== 1) throw new RecordIsStale();
}
