import { MigrationInterface, QueryRunner } from 'typeorm';

/** What alerts watch: every deadline that still runs, of a commitment or of a milestone. */
export class Delivery1764000000007 implements MigrationInterface {
  name = 'Delivery1764000000007';

  async up(db: QueryRunner): Promise<void> {
    // A deadline is live while its agreement is signed or in force; announced ones are listed apart and alert nobody.
    await db.query(`
      CREATE VIEW live_deadline AS
        SELECT 'commitment'::text AS subject_type, c.id AS subject_id, c.agreement_id, c.last_day,
               c.recorded_on, coalesce(a.signed_last_day, c.recorded_on) AS term_start,
               a.owner_position_id, c.obligor_party_id
          FROM commitment c JOIN agreement a ON a.id = c.agreement_id
         WHERE c.last_day IS NOT NULL AND a.legal_state IN ('signed', 'in_force')
        UNION ALL
        SELECT 'milestone', m.id, m.agreement_id, m.last_day,
               m.recorded_on, coalesce(a.signed_last_day, m.recorded_on),
               a.owner_position_id, c.obligor_party_id
          FROM milestone m JOIN commitment c ON c.id = m.commitment_id JOIN agreement a ON a.id = m.agreement_id
         WHERE a.legal_state IN ('signed', 'in_force');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP VIEW live_deadline;');
  }
}
