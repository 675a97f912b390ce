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

/** Decisions that settle a promise, and what whoever promised asks to change; neither is ever rewritten. */
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
    await db.query(`
      CREATE TABLE change_request (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        commitment_id uuid NOT NULL,
        organisation_id uuid NOT NULL REFERENCES organisation (id),
        what text NOT NULL CHECK (what IN ('deadline', 'figure', 'other')),
        proposed_text text CHECK (proposed_text <> ''),
        proposed_deadline text,
        proposed_last_day date,
        proposed_value numeric(18, 2) CHECK (proposed_value >= 0),
        reason text NOT NULL CHECK (reason <> ''),
        state text NOT NULL CHECK (state IN ('open', 'accepted_for_amendment', 'declined', 'withdrawn')),
        asked_by text NOT NULL,
        asked_on date NOT NULL,
        closed_by text,
        closed_on date CHECK (closed_on >= asked_on),
        closing_reason text CHECK (closing_reason <> ''),
        draft_id uuid REFERENCES agreement_draft (id) ON DELETE CASCADE,
        CHECK (num_nulls(proposed_deadline, proposed_last_day) IN (0, 2)),
        CONSTRAINT change_request_proposal CHECK (CASE what
          WHEN 'deadline' THEN proposed_deadline IS NOT NULL AND proposed_value IS NULL
          WHEN 'figure' THEN proposed_deadline IS NULL AND num_nonnulls(proposed_value, proposed_text) > 0
          ELSE num_nonnulls(proposed_deadline, proposed_value) = 0 AND proposed_text IS NOT NULL END),
        CHECK (num_nulls(closed_by, closed_on, closing_reason) = CASE state WHEN 'open' THEN 3 ELSE 0 END),
        CHECK (draft_id IS NULL OR state = 'accepted_for_amendment')
      );
      CREATE UNIQUE INDEX change_request_one_open ON change_request (commitment_id, organisation_id)
        WHERE state = 'open';
      CREATE INDEX change_request_by_commitment ON change_request (commitment_id, id);
      CREATE INDEX change_request_by_organisation ON change_request (organisation_id, id);
      CREATE INDEX change_request_by_agreement ON change_request (agreement_id, id);
      CREATE INDEX change_request_by_draft ON change_request (draft_id) WHERE draft_id IS NOT NULL;

      CREATE FUNCTION keep_change_request() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE open_ones text[] := '{draft_id}';
      BEGIN
        IF OLD.state = 'open' THEN open_ones := '{state,closed_by,closed_on,closing_reason,draft_id}'; END IF;
        IF to_jsonb(NEW) - open_ones <> to_jsonb(OLD) - open_ones THEN
          RAISE EXCEPTION 'a request is answered once and never changed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER change_request_kept BEFORE UPDATE ON change_request
        FOR EACH ROW EXECUTE FUNCTION keep_change_request();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(liveDeadline(''));
    await db.query(`
      DROP VIEW settled_subject;
      -- With them goes the policy by which whoever asked sees the draft that carries it.
      DROP TABLE commitment_decision, change_request CASCADE;
      DROP FUNCTION check_decision(), keep_decision(), keep_change_request();
    `);
  }
}
