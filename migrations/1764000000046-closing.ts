import { MigrationInterface, QueryRunner } from 'typeorm';

const REFUSED = `USING ERRCODE = 'integrity_constraint_violation'`;

/** What keeps a decision from being recorded; `reached` for what was met already. */
const checkDecision = (reached: string): string => `
  CREATE OR REPLACE FUNCTION check_decision() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE promise record;
  BEGIN
    SELECT c.last_day, a.legal_state, CASE c.measure WHEN 'quantity' THEN c.value WHEN 'completion' THEN 3 END AS target
      INTO promise FROM commitment c JOIN agreement a ON a.id = c.agreement_id
     WHERE c.id = NEW.commitment_id AND c.agreement_id = NEW.agreement_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a decision is about a promise of its agreement' ${REFUSED};
    END IF;
    IF promise.legal_state IN ('announced', 'under_negotiation') THEN
      RAISE EXCEPTION 'what nobody signed is not settled' ${REFUSED};
    END IF;
    IF NEW.outcome LIKE 'closed%'
      AND (promise.legal_state = 'suspended' OR coalesce(promise.last_day >= NEW.recorded_on, true)) THEN
      RAISE EXCEPTION 'a promise is closed after its last day' ${REFUSED};
    END IF;
    ${reached}
    IF NEW.outcome = 'closed_not_met' AND NOT EXISTS (SELECT FROM reply_notice n
      WHERE n.commitment_id = NEW.commitment_id AND n.word = 'closed_not_met' AND n.last_day = promise.last_day
        AND n.replies_until < NEW.recorded_on) THEN
      RAISE EXCEPTION 'whoever promised could not reply yet' ${REFUSED};
    END IF;
    IF NEW.file_id IS NOT NULL AND NOT EXISTS (SELECT FROM agreement_file f WHERE f.id = NEW.file_id
      AND f.agreement_id = NEW.agreement_id AND f.withdrawn_at IS NULL) THEN
      RAISE EXCEPTION 'the file is none of this agreement' ${REFUSED};
    END IF;
    RETURN NEW;
  END $$;`;

/** What was met is not closed as anything else. */
export class Closing1764000000046 implements MigrationInterface {
  name = 'Closing1764000000046';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      checkDecision(`IF NEW.outcome LIKE 'closed%' AND promise.target > 0 AND EXISTS (SELECT FROM accepted_observation o
      WHERE o.commitment_id = NEW.commitment_id AND o.superseded_on IS NULL AND o.value >= promise.target) THEN
      RAISE EXCEPTION 'a promise that was met is not closed' ${REFUSED};
    END IF;`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(checkDecision(''));
  }
}
