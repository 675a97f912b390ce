import type { EntityManager } from 'typeorm';

/**
 * Gives notice of “not met” about every promise whose deadline has passed and that somebody owes, the day after it, so
 * that tests may write closings straight into the tables.
 */
export async function noticesWithin(db: Pick<EntityManager, 'query'>, before: string): Promise<void> {
  await db.query(
    `INSERT INTO reply_notice (id, agreement_id, commitment_id, organisation_id, word, last_day, channel, sent_on,
                               replies_until, recorded_by, recorded_on)
     SELECT gen_random_uuid(), c.agreement_id, c.id, p.organisation_id, 'closed_not_met', c.last_day, 'letter',
            c.last_day + 1, c.last_day + 2, 'system:test', c.last_day + 1
       FROM commitment c JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id
      WHERE c.last_day < $1::date - 2 AND p.organisation_id IS NOT NULL`,
    [before],
  );
}
