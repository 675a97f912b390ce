import { MigrationInterface, QueryRunner } from 'typeorm';

const REFUSED = `USING ERRCODE = 'integrity_constraint_violation'`;

/** A figure is one that a verifier accepted, with the day and the value of its report; `alone` within its period. */
const checkObservation = (alone: string): string => `
  CREATE OR REPLACE FUNCTION check_observation() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM report r WHERE r.id = NEW.report_id AND r.agreement_id = NEW.agreement_id
      AND r.commitment_id = NEW.commitment_id AND r.as_of = NEW.as_of AND r.accepted_value = NEW.value
      AND r.state IN ('accepted', 'accepted_with_reservation')) THEN
      RAISE EXCEPTION 'a figure is accepted with its report' ${REFUSED};
    END IF;
    ${alone}
    RETURN NEW;
  END $$;`;

/** As it stood after the last step of the day; `claimed` is what was claimed then. */
const pastReport = (claimed: string, submission: string): string => `
  CREATE OR REPLACE VIEW past.report WITH (security_invoker = true) AS
    SELECT r.id, r.agreement_id, r.commitment_id, r.organisation_id, r.calendar_id, r.corrects_id, r.period_from,
           r.period_until, r.due_on, r.grace_until, s.to_state AS state, ${claimed}, r.recorded_on
      FROM public.report r
      JOIN LATERAL (SELECT l.to_state FROM public.report_step l
                     WHERE l.report_id = r.id AND l.recorded_on <= past.day()
                     ORDER BY l.number DESC LIMIT 1) s ON true
      ${submission}
     WHERE r.recorded_on <= past.day();`;

/** Of each period of a promise one accepted figure is followed, and the past knows every submission. */
export class OneFigure1764000000047 implements MigrationInterface {
  name = 'OneFigure1764000000047';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      checkObservation(`IF EXISTS (SELECT FROM accepted_observation o JOIN report r ON r.id = o.report_id
        JOIN report n ON n.id = NEW.report_id AND n.period_until = r.period_until
      WHERE o.commitment_id = NEW.commitment_id AND o.superseded_on IS NULL) THEN
      RAISE EXCEPTION 'one figure of a period is followed' ${REFUSED};
    END IF;`),
    );
    // A report that was returned is submitted again: what it claimed before stands in the form of that submission.
    await db.query(
      pastReport(
        `f.recorded_on AS submitted_on, (f.form -> 'content' ->> 'asOf')::date AS as_of,
           (f.form ->> 'claimedValue')::numeric AS claimed_value`,
        `LEFT JOIN LATERAL (SELECT l.recorded_on, l.form::jsonb AS form FROM public.report_step l
                             WHERE l.report_id = r.id AND l.action = 'submit' AND l.recorded_on <= past.day()
                             ORDER BY l.number DESC LIMIT 1) f ON true`,
      ),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      pastReport(
        ['submitted_on', 'as_of', 'claimed_value']
          .map((column) => `CASE WHEN r.submitted_on <= past.day() THEN r.${column} END AS ${column}`)
          .join(', '),
        '',
      ),
    );
    await db.query(checkObservation(''));
  }
}
