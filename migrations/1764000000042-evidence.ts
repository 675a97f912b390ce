import { MigrationInterface, QueryRunner } from 'typeorm';

const RANKS = `('self_declared', 'company_document', 'payroll_or_cnss', 'zone_manager_or_ministry', 'site_visit',
          'independent_audit')`;

/** Files behind the figures of reports, and the figures that were accepted. */
export class Evidence1764000000042 implements MigrationInterface {
  name = 'Evidence1764000000042';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE report_evidence (
        id uuid PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES report (id),
        figure text NOT NULL CHECK (figure IN ('value', 'site', 'region', 'sex', 'contract', 'relation')),
        kind text NOT NULL CHECK (kind IN ${RANKS}),
        nominative boolean NOT NULL,
        extract text CHECK (extract <> ''),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        stored_sha256 text REFERENCES stored_file (sha256),
        file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 150 AND file_name !~ '[/\\\\[:cntrl:]]'),
        recorded_by text NOT NULL,
        recorded_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        withdrawn_on date CHECK (withdrawn_on >= recorded_on),
        erased_on date CHECK (erased_on >= recorded_on),
        CHECK (stored_sha256 = sha256),
        CHECK ((stored_sha256 IS NULL) = (erased_on IS NOT NULL)),
        CHECK (erased_on IS NULL OR nominative OR withdrawn_on IS NOT NULL),
        -- What names people is summed up, so that something is left of it when it is erased.
        CONSTRAINT report_evidence_extract CHECK (NOT nominative OR extract IS NOT NULL)
      );
      COMMENT ON COLUMN report_evidence.stored_sha256 IS 'the file in the store; null once it was erased';
      CREATE UNIQUE INDEX report_evidence_once ON report_evidence (report_id, figure, sha256)
        WHERE withdrawn_on IS NULL;
      CREATE INDEX report_evidence_by_report ON report_evidence (report_id, id);
      CREATE INDEX report_evidence_by_content ON report_evidence (stored_sha256);
      CREATE INDEX report_evidence_to_erase ON report_evidence (report_id)
        WHERE erased_on IS NULL AND (nominative OR withdrawn_on IS NOT NULL);

      CREATE FUNCTION keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR to_jsonb(NEW) - '{withdrawn_on,erased_on,stored_sha256}'::text[]
             <> to_jsonb(OLD) - '{withdrawn_on,erased_on,stored_sha256}'::text[]
          OR (OLD.withdrawn_on IS NOT NULL AND NEW.withdrawn_on IS DISTINCT FROM OLD.withdrawn_on)
          OR OLD.erased_on IS NOT NULL THEN
          RAISE EXCEPTION 'evidence is withdrawn or erased once and never changed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER report_evidence_kept BEFORE UPDATE OR DELETE ON report_evidence
        FOR EACH ROW EXECUTE FUNCTION keep_evidence();

      CREATE TABLE accepted_observation (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id),
        commitment_id uuid NOT NULL,
        report_id uuid NOT NULL CONSTRAINT accepted_observation_one_a_report UNIQUE REFERENCES report (id),
        as_of date NOT NULL CHECK (as_of <= recorded_on),
        value numeric(18, 2) NOT NULL CHECK (value >= 0),
        rank text NOT NULL CHECK (rank = 'none' OR rank IN ${RANKS}),
        recorded_on date NOT NULL,
        superseded_on date CHECK (superseded_on >= recorded_on)
      );
      COMMENT ON COLUMN accepted_observation.superseded_on IS 'when the correction of its report was accepted';
      CREATE INDEX accepted_observation_by_commitment ON accepted_observation (commitment_id, as_of)
        WHERE superseded_on IS NULL;
      CREATE INDEX accepted_observation_by_agreement ON accepted_observation (agreement_id);

      CREATE FUNCTION keep_observation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.superseded_on IS NOT NULL
          OR to_jsonb(NEW) - 'superseded_on' <> to_jsonb(OLD) - 'superseded_on' THEN
          RAISE EXCEPTION 'an accepted figure is superseded once and never changed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER accepted_observation_kept BEFORE UPDATE OR DELETE ON accepted_observation
        FOR EACH ROW EXECUTE FUNCTION keep_observation();

      -- A figure is one that a verifier accepted, with the day and the value of its report.
      CREATE FUNCTION check_observation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM report r WHERE r.id = NEW.report_id AND r.agreement_id = NEW.agreement_id
          AND r.commitment_id = NEW.commitment_id AND r.as_of = NEW.as_of AND r.accepted_value = NEW.value
          AND r.state IN ('accepted', 'accepted_with_reservation')) THEN
          RAISE EXCEPTION 'a figure is accepted with its report' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER accepted_observation_checked BEFORE INSERT ON accepted_observation
        FOR EACH ROW EXECUTE FUNCTION check_observation();

      CREATE VIEW past.accepted_observation WITH (security_invoker = true) AS
        SELECT o.id, o.agreement_id, o.commitment_id, o.report_id, o.as_of, o.value, o.rank, o.recorded_on,
               CASE WHEN o.superseded_on <= past.day() THEN o.superseded_on END AS superseded_on
          FROM public.accepted_observation o WHERE o.recorded_on <= past.day();
      CREATE VIEW past.report_evidence WITH (security_invoker = true) AS
        SELECT e.id, e.report_id, e.figure, e.kind, e.nominative, e.extract, e.sha256, e.recorded_on,
               CASE WHEN e.withdrawn_on <= past.day() THEN e.withdrawn_on END AS withdrawn_on,
               CASE WHEN e.erased_on <= past.day() THEN e.erased_on END AS erased_on
          FROM public.report_evidence e WHERE e.recorded_on <= past.day();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP VIEW past.accepted_observation, past.report_evidence;
      DROP TABLE accepted_observation, report_evidence CASCADE;
      DROP FUNCTION keep_evidence(), keep_observation(), check_observation();
    `);
  }
}
