import { MigrationInterface, QueryRunner } from 'typeorm';

/** `turn` is what a figure waits for before it looks whether another of its period is followed. */
const checkObservation = (turn: string): string => `
  CREATE OR REPLACE FUNCTION check_observation() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM report r WHERE r.id = NEW.report_id AND r.agreement_id = NEW.agreement_id
      AND r.commitment_id = NEW.commitment_id AND r.as_of = NEW.as_of AND r.accepted_value = NEW.value
      AND r.state IN ('accepted', 'accepted_with_reservation')) THEN
      RAISE EXCEPTION 'a figure is accepted with its report' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    ${turn}
    IF EXISTS (SELECT FROM accepted_observation o JOIN report r ON r.id = o.report_id
        JOIN report n ON n.id = NEW.report_id AND n.period_until = r.period_until
      WHERE o.commitment_id = NEW.commitment_id AND o.superseded_on IS NULL) THEN
      RAISE EXCEPTION 'one figure of a period is followed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;`;

/** Two figures of one period that are accepted in the same moment see each other. */
export class FiguresInTurn1764000000064 implements MigrationInterface {
  name = 'FiguresInTurn1764000000064';

  async up(db: QueryRunner): Promise<void> {
    // What follows looks after the turn has come, and so sees what was committed meanwhile.
    await db.query(
      checkObservation(
        `PERFORM pg_advisory_xact_lock(hashtextextended('accepted_observation:' || NEW.commitment_id, 0));`,
      ),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(checkObservation(''));
  }
}
