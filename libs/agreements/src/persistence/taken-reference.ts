import type { EntityManager } from 'typeorm';

/** Whether another agreement goes by the reference under which an instrument was published. */
export async function isReferenceTaken(
  tx: EntityManager,
  publishedReference: string | null,
  except: string | null,
): Promise<boolean> {
  if (publishedReference === null) return false;
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM agreement WHERE published_reference = $1 AND id IS DISTINCT FROM $2::uuid',
    [publishedReference, except],
  );
  return rows.length > 0;
}
