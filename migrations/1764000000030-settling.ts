import { MigrationInterface, QueryRunner } from 'typeorm';

const LIVE_DECISION =
  'SELECT FROM commitment_decision d WHERE d.commitment_id = c.id AND d.withdrawn_on IS NULL';

/** What alerts watch; of promises that nobody has settled, where settling is known. */
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

/** Decisions that settle a promise: made with a reason, withdrawn with one, never changed. */
export class Settling1764000000030 implements MigrationInterface {
  name = 'Settling1764000000030';

  async up(db: QueryRunner): Promise<void> {
    // A new version replaces the rows of commitments; what was decided about one stays, under the id that it keeps.
    await db.query(`
      CREATE TABLE commitment_decision (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        commitment_id uuid NOT NULL,
        outcome text NOT NULL
          CHECK (outcome IN ('cancelled', 'waived', 'closed_partial', 'closed_not_met', 'closed_unknown')),
        reason text NOT NULL CHECK (reason <> ''),
        decided_on date NOT NULL CHECK (decided_on <= recorded_on),
        decided_by text NOT NULL,
        recorded_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        source_id uuid REFERENCES source (id),
        locator text CHECK (locator <> ''),
        file_id uuid REFERENCES agreement_file (id),
        withdrawn_by text,
        withdrawn_on date CHECK (withdrawn_on >= recorded_on),
        withdrawal_reason text CHECK (withdrawal_reason <> ''),
        CHECK (locator IS NULL OR num_nonnulls(source_id, file_id) > 0),
        CHECK (num_nulls(withdrawn_by, withdrawn_on, withdrawal_reason) IN (0, 3))
      );
      CREATE UNIQUE INDEX commitment_decision_one_live ON commitment_decision (commitment_id)
        WHERE withdrawn_on IS NULL;
      CREATE INDEX commitment_decision_by_commitment ON commitment_decision (commitment_id, id);
      CREATE INDEX commitment_decision_by_agreement ON commitment_decision (agreement_id);

      CREATE FUNCTION check_decision() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE promise record;
      BEGIN
        SELECT c.last_day, a.legal_state INTO promise FROM commitment c JOIN agreement a ON a.id = c.agreement_id
         WHERE c.id = NEW.commitment_id AND c.agreement_id = NEW.agreement_id;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'a decision is about a promise of its agreement' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF promise.legal_state IN ('announced', 'under_negotiation') THEN
          RAISE EXCEPTION 'what nobody signed is not settled' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF NEW.outcome LIKE 'closed%'
          AND (promise.legal_state = 'suspended' OR coalesce(promise.last_day >= NEW.recorded_on, true)) THEN
          RAISE EXCEPTION 'a promise is closed after its last day' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF NEW.file_id IS NOT NULL AND NOT EXISTS (SELECT FROM agreement_file f WHERE f.id = NEW.file_id
          AND f.agreement_id = NEW.agreement_id AND f.withdrawn_at IS NULL) THEN
          RAISE EXCEPTION 'the file is none of this agreement' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER commitment_decision_checked BEFORE INSERT ON commitment_decision
        FOR EACH ROW EXECUTE FUNCTION check_decision();

      CREATE FUNCTION keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.withdrawn_on IS NOT NULL
          OR to_jsonb(NEW) - '{withdrawn_by,withdrawn_on,withdrawal_reason}'::text[]
             <> to_jsonb(OLD) - '{withdrawn_by,withdrawn_on,withdrawal_reason}'::text[] THEN
          RAISE EXCEPTION 'a decision is withdrawn once and never changed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER commitment_decision_kept BEFORE UPDATE ON commitment_decision
        FOR EACH ROW EXECUTE FUNCTION keep_decision();

      -- Whatever has a deadline and is settled: nobody is told of it any more, nor that it moved.
      CREATE VIEW settled_subject AS
        SELECT d.commitment_id AS subject_id FROM commitment_decision d WHERE d.withdrawn_on IS NULL
        UNION ALL
        SELECT m.id FROM milestone m JOIN commitment_decision d ON d.commitment_id = m.commitment_id
         WHERE d.withdrawn_on IS NULL;
    `);
    await db.query(liveDeadline(`AND NOT EXISTS (${LIVE_DECISION})`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(liveDeadline(''));
    await db.query(`
      DROP VIEW settled_subject;
      DROP TABLE commitment_decision;
      DROP FUNCTION check_decision(), keep_decision();
    `);
  }
}
