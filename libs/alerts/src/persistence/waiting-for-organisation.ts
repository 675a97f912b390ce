import type { EntityManager } from 'typeorm';

/** Agreements to which one of the organisations is party, and of which something that fell due is still to be sent. */
export async function agreementsWaitingFor(
  tx: EntityManager,
  organisationIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT o.agreement_id AS id FROM alert_occurrence o
      WHERE o.state = 'due' AND EXISTS (SELECT FROM party p WHERE p.agreement_id = o.agreement_id
                                           AND p.organisation_id = ANY ($1::uuid[])) ORDER BY id`,
    [organisationIds],
  );
  return rows.map(({ id }) => id);
}
