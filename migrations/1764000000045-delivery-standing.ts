import { MigrationInterface, QueryRunner } from 'typeorm';

const LIVE_DECISION =
  'SELECT FROM commitment_decision d WHERE d.commitment_id = c.id AND d.withdrawn_on IS NULL';
const REACHED =
  'SELECT FROM delivery_standing s WHERE s.commitment_id = c.id AND s.replaced_on IS NULL AND s.reached IS NOT NULL';

/** What alerts watch; of promises that were not met, where meeting is known. */
const liveDeadline = (settled: string): string => `
  CREATE OR REPLACE VIEW live_deadline AS
    SELECT 'commitment'::text AS subject_type, c.id AS subject_id, c.agreement_id, c.last_day,
           c.recorded_on, coalesce(a.signed_last_day, c.recorded_on) AS term_start,
           a.owner_position_id, c.obligor_party_id
      FROM commitment c JOIN agreement a ON a.id = c.agreement_id
     WHERE c.last_day IS NOT NULL AND a.legal_state IN ('signed', 'in_force') ${settled}
    UNION ALL
    SELECT 'milestone', m.id, m.agreement_id, m.last_day,
           m.recorded_on, coalesce(a.signed_last_day, m.recorded_on),
           a.owner_position_id, c.obligor_party_id
      FROM milestone m JOIN commitment c ON c.id = m.commitment_id JOIN agreement a ON a.id = m.agreement_id
     WHERE a.legal_state IN ('signed', 'in_force') ${settled};`;

/** What reports make of a commitment on whatever day: refreshed from the one function that derives it. */
export class DeliveryStanding1764000000045 implements MigrationInterface {
  name = 'DeliveryStanding1764000000045';

  async up(db: QueryRunner): Promise<void> {
    // A commitment without a row is as if nothing was reported. What held before stays, so that the past can be read.
    await db.query(`
      CREATE TABLE delivery_standing (
        commitment_id uuid NOT NULL,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        reached text CHECK (reached IN ('met', 'met_late')),
        before_deadline text NOT NULL CHECK (before_deadline IN ('at_risk', 'on_track', 'not_started', 'unreported')),
        after_deadline text NOT NULL
          CHECK (after_deadline IN ('awaiting_verification', 'overdue', 'overdue_unreported')),
        recorded_on date NOT NULL,
        replaced_on date CHECK (replaced_on > recorded_on),
        PRIMARY KEY (commitment_id, recorded_on)
      );
      CREATE UNIQUE INDEX delivery_standing_current ON delivery_standing (commitment_id) WHERE replaced_on IS NULL;
      CREATE INDEX delivery_standing_by_agreement ON delivery_standing (agreement_id);
    `);
    await db.query(`
      CREATE VIEW past.delivery_standing WITH (security_invoker = true) AS
        SELECT s.commitment_id, s.agreement_id, s.reached, s.before_deadline, s.after_deadline, s.recorded_on,
               NULL::date AS replaced_on
          FROM public.delivery_standing s
         WHERE s.recorded_on <= past.day() AND (s.replaced_on IS NULL OR s.replaced_on > past.day());
    `);
    await db.query(liveDeadline(`AND NOT EXISTS (${LIVE_DECISION}) AND NOT EXISTS (${REACHED})`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(liveDeadline(`AND NOT EXISTS (${LIVE_DECISION})`));
    await db.query('DROP VIEW past.delivery_standing; DROP TABLE delivery_standing;');
  }
}
