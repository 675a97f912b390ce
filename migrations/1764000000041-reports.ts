import { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = [
  ...['requested', 'draft', 'submitted', 'in_review', 'accepted', 'accepted_with_reservation', 'returned'],
  ...['rejected', 'disputed', 'superseded', 'withdrawn', 'missed'],
];
const UNWRITTEN = ['requested', 'draft', 'missed', 'withdrawn'];
const TAKEN = ['accepted', 'accepted_with_reservation'];
const list = (states: readonly string[]) => `(${states.map((state) => `'${state}'`).join(', ')})`;

/** When an agreement reports, how its figures count, the reports, and every step of them. */
export class Reports1764000000041 implements MigrationInterface {
  name = 'Reports1764000000041';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reporting_calendar (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id),
        rhythm text NOT NULL CHECK (rhythm IN ('quarterly', 'half_yearly', 'own_dates')),
        dates date[] NOT NULL,
        from_day date NOT NULL,
        due_days integer NOT NULL CHECK (due_days BETWEEN 1 AND 180),
        grace_days integer NOT NULL CHECK (grace_days BETWEEN 0 AND 180),
        recorded_by text NOT NULL,
        recorded_on date NOT NULL,
        ended_by text,
        ended_on date CHECK (ended_on >= recorded_on),
        end_reason text CHECK (end_reason <> ''),
        CHECK ((rhythm = 'own_dates') = (cardinality(dates) > 0)),
        CHECK (num_nulls(ended_by, ended_on, end_reason) IN (0, 3))
      );
      CREATE UNIQUE INDEX reporting_calendar_one_open ON reporting_calendar (agreement_id) WHERE ended_on IS NULL;
      CREATE INDEX reporting_calendar_by_agreement ON reporting_calendar (agreement_id, id);

      -- Where the paper is silent somebody chooses once: figures counted in two ways make no series.
      CREATE TABLE counting_rule (
        commitment_id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id),
        rule text NOT NULL CHECK (rule IN ('since_signature', 'above_baseline', 'level')),
        chosen_by text NOT NULL,
        chosen_on date NOT NULL
      );
      CREATE INDEX counting_rule_by_agreement ON counting_rule (agreement_id);

      CREATE TABLE report (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        agreement_id uuid NOT NULL REFERENCES agreement (id),
        -- A new version replaces the rows of commitments; what was reported about one stays, under the id that it keeps.
        commitment_id uuid NOT NULL,
        organisation_id uuid NOT NULL REFERENCES organisation (id),
        calendar_id uuid REFERENCES reporting_calendar (id),
        corrects_id uuid REFERENCES report (id),
        period_from date,
        period_until date NOT NULL,
        due_on date,
        grace_until date,
        state text NOT NULL CHECK (state IN ${list(STATES)}),
        content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
        written_by text[] NOT NULL,
        submitted_by text,
        submitted_on date,
        on_behalf boolean NOT NULL DEFAULT false,
        as_of date,
        claimed_value numeric(18, 2) CHECK (claimed_value >= 0),
        waiting_since date,
        waited_days integer NOT NULL DEFAULT 0 CHECK (waited_days >= 0),
        appealed boolean NOT NULL DEFAULT false,
        reviewed_by text,
        reviewed_value numeric(18, 2) CHECK (reviewed_value >= 0),
        accepted_value numeric(18, 2) CHECK (accepted_value >= 0),
        decided_by text,
        decided_on date,
        decision_reason text CHECK (decision_reason <> ''),
        recorded_on date NOT NULL,
        CHECK (period_from <= period_until),
        CHECK (num_nulls(calendar_id, due_on, grace_until) IN (0, 3)),
        CHECK (grace_until >= due_on AND due_on > period_until),
        CHECK (corrects_id IS NULL OR calendar_id IS NULL),
        CHECK (state <> 'requested' OR calendar_id IS NOT NULL),
        CHECK (num_nulls(submitted_by, submitted_on, as_of, claimed_value) IN (0, 4)),
        CHECK (state IN ${list(UNWRITTEN)} OR submitted_by IS NOT NULL),
        CHECK (as_of <= submitted_on AND as_of <= period_until),
        CHECK ((waiting_since IS NOT NULL) = (state IN ('submitted', 'in_review'))),
        CHECK (num_nulls(reviewed_by, reviewed_value) IN (0, 2)),
        CHECK (num_nulls(decided_by, decided_on) IN (0, 2)),
        CHECK (state NOT IN ${list(TAKEN)} OR num_nulls(accepted_value, decided_by) = 0),
        CHECK (accepted_value IS NULL OR state IN ('disputed', 'superseded', 'accepted', 'accepted_with_reservation')),
        CHECK (state NOT IN ('requested', 'draft', 'missed') OR num_nonnulls(submitted_by, decided_by, reviewed_by) = 0),
        CHECK (state <> 'accepted' OR accepted_value = claimed_value),
        -- Four eyes: neither who wrote a report nor who submitted it decides about it, nor decides twice.
        CONSTRAINT report_four_eyes CHECK (coalesce(decided_by <> submitted_by, true)
          AND coalesce(NOT decided_by = ANY (written_by), true)
          AND coalesce(NOT reviewed_by = ANY (written_by), true)
          AND coalesce(reviewed_by <> submitted_by, true)
          AND (state NOT IN ${list(TAKEN)} OR coalesce(decided_by <> reviewed_by, true))),
        CONSTRAINT report_reasoned CHECK (state NOT IN ('accepted_with_reservation', 'returned', 'rejected')
          OR decision_reason IS NOT NULL)
      );
      -- One live report per commitment and period, and one correction of a report at a time.
      CREATE UNIQUE INDEX report_one_live ON report (commitment_id, period_until)
        WHERE corrects_id IS NULL AND state <> 'withdrawn';
      CREATE UNIQUE INDEX report_one_correction ON report (corrects_id) WHERE state NOT IN ('withdrawn', 'rejected');
      CREATE INDEX report_by_commitment ON report (commitment_id, id);
      CREATE INDEX report_by_agreement ON report (agreement_id, id);
      CREATE INDEX report_by_organisation ON report (organisation_id, id);
      CREATE INDEX report_by_state ON report (state, id);
      CREATE INDEX report_by_grace ON report (grace_until) WHERE state = 'requested';

      CREATE FUNCTION check_report() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM commitment c JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id
          WHERE c.id = NEW.commitment_id AND c.agreement_id = NEW.agreement_id AND p.organisation_id = NEW.organisation_id) THEN
          RAISE EXCEPTION 'a report is about what its organisation owes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER report_checked BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION check_report();

      CREATE FUNCTION keep_report() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE fixed text[] := '{id,agreement_id,commitment_id,organisation_id,calendar_id,corrects_id,period_from,period_until,due_on,grace_until,recorded_on}';
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'a report stays' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(fixed) k)
           <> (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(fixed) k)
          OR NEW.revision <> OLD.revision + 1
          OR OLD.state IN ('superseded', 'withdrawn')
          OR (NEW.content <> OLD.content AND OLD.state NOT IN ('requested', 'missed', 'draft', 'returned')) THEN
          RAISE EXCEPTION 'what was reported stays as it was submitted' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER report_kept BEFORE UPDATE OR DELETE ON report FOR EACH ROW EXECUTE FUNCTION keep_report();

      CREATE TABLE report_step (
        report_id uuid NOT NULL REFERENCES report (id),
        number integer NOT NULL CHECK (number > 0),
        action text NOT NULL CHECK (action ~ '^[a-z_]+$'),
        from_state text CHECK (from_state IN ${list(STATES)}),
        to_state text NOT NULL CHECK (to_state IN ${list(STATES)}),
        taken_by text NOT NULL,
        reason text CHECK (reason <> ''),
        accepted_value numeric(18, 2) CHECK (accepted_value >= 0),
        form text,
        form_sha256 text,
        recorded_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (report_id, number),
        CHECK ((from_state IS NULL) = (number = 1)),
        CHECK ((action = 'submit') = (form IS NOT NULL)),
        CONSTRAINT report_receipt CHECK (form_sha256 IS NOT DISTINCT FROM encode(sha256(convert_to(form, 'UTF8')), 'hex'))
      );
      CREATE INDEX report_step_by_day ON report_step (recorded_on, report_id);

      CREATE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a row of % stays as it is', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER report_step_kept BEFORE UPDATE OR DELETE ON report_step FOR EACH ROW EXECUTE FUNCTION keep_row();
      CREATE TRIGGER counting_rule_kept BEFORE UPDATE OR DELETE ON counting_rule
        FOR EACH ROW EXECUTE FUNCTION keep_row();

      CREATE FUNCTION keep_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.ended_on IS NOT NULL
          OR to_jsonb(NEW) - '{ended_by,ended_on,end_reason}'::text[]
             <> to_jsonb(OLD) - '{ended_by,ended_on,end_reason}'::text[] THEN
          RAISE EXCEPTION 'a calendar ends once and is never changed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER reporting_calendar_kept BEFORE UPDATE OR DELETE ON reporting_calendar
        FOR EACH ROW EXECUTE FUNCTION keep_calendar();
    `);
    await db.query(`
      CREATE VIEW past.reporting_calendar WITH (security_invoker = true) AS
        SELECT c.id, c.agreement_id, c.rhythm, c.dates, c.from_day, c.due_days, c.grace_days, c.recorded_on,
               CASE WHEN c.ended_on <= past.day() THEN c.ended_on END AS ended_on
          FROM public.reporting_calendar c WHERE c.recorded_on <= past.day();
      CREATE VIEW past.counting_rule WITH (security_invoker = true) AS
        SELECT r.commitment_id, r.agreement_id, r.rule, r.chosen_on
          FROM public.counting_rule r WHERE r.chosen_on <= past.day();
      -- As it stood after the last step of the day; what was claimed is there once it was submitted.
      CREATE VIEW past.report WITH (security_invoker = true) AS
        SELECT r.id, r.agreement_id, r.commitment_id, r.organisation_id, r.calendar_id, r.corrects_id, r.period_from,
               r.period_until, r.due_on, r.grace_until, s.to_state AS state,
               CASE WHEN r.submitted_on <= past.day() THEN r.submitted_on END AS submitted_on,
               CASE WHEN r.submitted_on <= past.day() THEN r.as_of END AS as_of,
               CASE WHEN r.submitted_on <= past.day() THEN r.claimed_value END AS claimed_value,
               r.recorded_on
          FROM public.report r
          JOIN LATERAL (SELECT l.to_state FROM public.report_step l
                         WHERE l.report_id = r.id AND l.recorded_on <= past.day()
                         ORDER BY l.number DESC LIMIT 1) s ON true
         WHERE r.recorded_on <= past.day();
      CREATE VIEW past.report_step WITH (security_invoker = true) AS
        SELECT s.report_id, s.number, s.action, s.from_state, s.to_state, s.accepted_value, s.recorded_on
          FROM public.report_step s WHERE s.recorded_on <= past.day();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP VIEW past.report_step, past.report, past.counting_rule, past.reporting_calendar;
      DROP TABLE report_step, report, counting_rule, reporting_calendar CASCADE;
      DROP FUNCTION check_report(), keep_report(), keep_row(), keep_calendar();
    `);
  }
}
