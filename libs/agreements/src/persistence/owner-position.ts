import { FieldsRefused } from '@app/kernel';
import type { EntityManager } from 'typeorm';

/**
 * The position asked for, else the one under a key.
 * @throws FieldsRefused when it does not exist
 */
export async function ownerPosition(tx: EntityManager, id: string | null, key: string): Promise<string> {
  const [row] = await tx.query<{ id: string }[]>(
    'SELECT id FROM "position" WHERE CASE WHEN $1::uuid IS NULL THEN key = $2 ELSE id = $1 END',
    [id, key],
  );
  if (!row) throw new FieldsRefused([{ field: 'ownerPositionId', code: 'unknown_reference' }]);
  return row.id;
}
