import { MigrationInterface, QueryRunner } from 'typeorm';

/** What a decision keeps of itself, and how it ends: another takes its place or it is withdrawn; no row is removed. */
const DECIDED = `
        reason text NOT NULL CHECK (reason <> ''),
        decided_by text NOT NULL,
        decided_on date NOT NULL,
        decided_at timestamptz NOT NULL,
        ended_as text CHECK (ended_as IN ('superseded', 'withdrawn')),
        ended_by text,
        ended_on date CHECK (ended_on >= decided_on),
        end_reason text CHECK (end_reason <> ''),
        CHECK (num_nulls(ended_as, ended_by, ended_on, end_reason) IN (0, 4))`;

const SUBJECT = `subject text NOT NULL CHECK (subject IN ('agreement', 'party', 'signatory', 'commitment', 'milestone')),
        subject_id uuid,
        field text NOT NULL,
        CHECK ((subject = 'agreement') = (subject_id IS NULL))`;

/** Sources that disagree and what people decided about them; links with their history; likely duplicates. */
export class Sources1764000000029 implements MigrationInterface {
  name = 'Sources1764000000029';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE citation ADD COLUMN locator text CHECK (locator <> ''), ADD COLUMN read_on date;
      COMMENT ON COLUMN citation.locator IS 'where in the source: a page, a paragraph, a minute';
      COMMENT ON COLUMN citation.read_on IS 'on which day somebody read it there';

      CREATE TABLE contradiction (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        ${SUBJECT},
        kind text NOT NULL CHECK (kind IN ('figure', 'date', 'place', 'name', 'spelling', 'statement')),
        claims_sha256 text NOT NULL CHECK (claims_sha256 ~ '^[0-9a-f]{64}$'),
        found_on date NOT NULL,
        CONSTRAINT contradiction_once UNIQUE NULLS NOT DISTINCT (agreement_id, subject, subject_id, field)
      );
      COMMENT ON COLUMN contradiction.claims_sha256 IS 'digest of what the sources say: a decision holds for this set of claims';
      CREATE INDEX contradiction_by_age ON contradiction (found_on, id);

      CREATE TABLE contradiction_decision (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        ${SUBJECT},
        claims_sha256 text NOT NULL CHECK (claims_sha256 ~ '^[0-9a-f]{64}$'),
        citation_id uuid,
        ${DECIDED}
      );
      COMMENT ON COLUMN contradiction_decision.citation_id IS 'the citation that was followed; none when the register stays with its own value';
      CREATE UNIQUE INDEX contradiction_decision_one_live
        ON contradiction_decision (agreement_id, subject, subject_id, field) NULLS NOT DISTINCT WHERE ended_as IS NULL;
      CREATE INDEX contradiction_decision_by_agreement ON contradiction_decision (agreement_id, decided_at);

      ALTER TABLE agreement_link DROP CONSTRAINT agreement_link_once;
      ALTER TABLE agreement_link
        ADD COLUMN recorded_by text,
        ADD COLUMN recorded_on date,
        ADD COLUMN withdrawn_by text,
        ADD COLUMN withdrawn_on date CHECK (withdrawn_on >= recorded_on),
        ADD COLUMN withdrawal_reason text CHECK (withdrawal_reason <> ''),
        ADD CHECK (num_nulls(recorded_by, recorded_on) IN (0, 2)),
        ADD CHECK (num_nulls(withdrawn_by, withdrawn_on, withdrawal_reason) IN (0, 3));
      COMMENT ON COLUMN agreement_link.recorded_by IS 'none for links from before this was noted';
      CREATE UNIQUE INDEX agreement_link_once ON agreement_link (from_agreement_id, to_agreement_id, kind)
        WHERE withdrawn_on IS NULL;

      CREATE TABLE promise_link (
        id uuid PRIMARY KEY,
        from_agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        from_commitment_id uuid NOT NULL,
        to_agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        to_commitment_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('same_promise', 'part_of')),
        reason text NOT NULL CHECK (reason <> ''),
        recorded_by text NOT NULL,
        recorded_on date NOT NULL,
        withdrawn_by text,
        withdrawn_on date CHECK (withdrawn_on >= recorded_on),
        withdrawal_reason text CHECK (withdrawal_reason <> ''),
        CHECK (from_agreement_id <> to_agreement_id),
        CHECK (from_commitment_id <> to_commitment_id),
        CHECK (num_nulls(withdrawn_by, withdrawn_on, withdrawal_reason) IN (0, 3))
      );
      COMMENT ON TABLE promise_link IS 'a promise and another that repeats or contains it; either may leave its document, so commitments are named by id alone';
      CREATE UNIQUE INDEX promise_link_once
        ON promise_link (least(from_commitment_id, to_commitment_id), greatest(from_commitment_id, to_commitment_id))
        WHERE withdrawn_on IS NULL;
      CREATE INDEX promise_link_from ON promise_link (from_agreement_id);
      CREATE INDEX promise_link_to ON promise_link (to_agreement_id);

      CREATE TABLE duplicate_suggestion (
        agreement_a_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        agreement_b_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        score integer NOT NULL CHECK (score BETWEEN 1 AND 100),
        reasons text[] NOT NULL CHECK (cardinality(reasons) > 0),
        found_on date NOT NULL,
        PRIMARY KEY (agreement_a_id, agreement_b_id),
        CHECK (agreement_a_id < agreement_b_id)
      );
      CREATE INDEX duplicate_suggestion_by_score ON duplicate_suggestion (score, agreement_a_id, agreement_b_id);
      CREATE INDEX duplicate_suggestion_back ON duplicate_suggestion (agreement_b_id);

      CREATE TABLE agreement_comparison (
        agreement_id uuid PRIMARY KEY REFERENCES agreement (id) ON DELETE CASCADE,
        version_number integer NOT NULL CHECK (version_number > 0),
        compared_on date NOT NULL
      );
      COMMENT ON TABLE agreement_comparison IS 'which version of an agreement was last compared with the others';

      CREATE INDEX commitment_zones ON commitment USING gin (zone_ids);

      CREATE TABLE duplicate_decision (
        id uuid PRIMARY KEY,
        agreement_a_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        agreement_b_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        decision text NOT NULL CHECK (decision IN ('same', 'linked', 'different')),
        link_id uuid REFERENCES agreement_link (id) ON DELETE SET NULL,
        ${DECIDED},
        CHECK (agreement_a_id < agreement_b_id),
        CHECK (decision <> 'different' OR link_id IS NULL)
      );
      CREATE UNIQUE INDEX duplicate_decision_one_live ON duplicate_decision (agreement_a_id, agreement_b_id)
        WHERE ended_as IS NULL;
      CREATE INDEX duplicate_decision_back ON duplicate_decision (agreement_b_id);
    `);
    // What follows from an instrument cannot lead back to it. The application looks under a lock; this looks again.
    await db.query(`
      CREATE FUNCTION refuse_circle_of_links() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.kind <> 'same_project' AND NEW.withdrawn_on IS NULL AND EXISTS (
            WITH RECURSIVE following (id) AS (
              SELECT NEW.to_agreement_id
              UNION
              SELECT l.to_agreement_id FROM following f
                JOIN agreement_link l ON l.from_agreement_id = f.id
               WHERE l.kind <> 'same_project' AND l.withdrawn_on IS NULL
            ) SELECT FROM following WHERE id = NEW.from_agreement_id
          ) THEN
            RAISE EXCEPTION 'agreement_link_circle' USING ERRCODE = '23514', CONSTRAINT = 'agreement_link_circle';
          END IF;
          RETURN NEW;
        END
      $$;
      CREATE TRIGGER agreement_link_circle BEFORE INSERT ON agreement_link
        FOR EACH ROW EXECUTE FUNCTION refuse_circle_of_links();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE duplicate_decision, agreement_comparison, duplicate_suggestion, promise_link, contradiction_decision,
        contradiction;
      DROP INDEX commitment_zones;
      DROP TRIGGER agreement_link_circle ON agreement_link;
      DROP FUNCTION refuse_circle_of_links;
      DROP INDEX agreement_link_once;
      DELETE FROM agreement_link WHERE withdrawn_on IS NOT NULL;
      -- The policy of links asks for this column, and is made anew with the rights.
      ALTER TABLE agreement_link
        DROP COLUMN recorded_by, DROP COLUMN recorded_on, DROP COLUMN withdrawn_by, DROP COLUMN withdrawn_on CASCADE,
        DROP COLUMN withdrawal_reason,
        ADD CONSTRAINT agreement_link_once UNIQUE (from_agreement_id, to_agreement_id, kind);
      ALTER TABLE citation DROP COLUMN locator, DROP COLUMN read_on;
    `);
  }
}
