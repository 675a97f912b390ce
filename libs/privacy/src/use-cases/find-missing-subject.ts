import type { FieldViolation } from '@app/kernel';
import type { EntityManager } from 'typeorm';

/** Names the subject of a request that is not in the register. */
export async function findMissingSubject(
  tx: EntityManager,
  personId: string | null,
  accountId: string | null,
): Promise<FieldViolation[]> {
  const [row] = await tx.query<[{ person: boolean; account: boolean }]>(
    `SELECT EXISTS (SELECT FROM person WHERE id = $1) AS person, EXISTS (SELECT FROM account WHERE id = $2) AS account`,
    [personId, accountId],
  );
  return [
    ...(personId !== null && !row.person ? [{ field: 'personId', code: 'unknown_reference' }] : []),
    ...(accountId !== null && !row.account ? [{ field: 'accountId', code: 'unknown_reference' }] : []),
  ];
}
