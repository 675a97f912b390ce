import { MigrationInterface, QueryRunner } from 'typeorm';

/** What the nightly search found that cannot be, and its runs. */
export class Findings1764000000031 implements MigrationInterface {
  name = 'Findings1764000000031';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE finding (
        id uuid PRIMARY KEY,
        query text NOT NULL CHECK (query ~ '^[a-z_]+$'),
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        subject_type text NOT NULL CHECK (subject_type IN ('agreement', 'commitment', 'milestone', 'citation')),
        subject_id uuid NOT NULL,
        detail text NOT NULL,
        first_seen_on date NOT NULL,
        last_seen_on date NOT NULL CHECK (last_seen_on >= first_seen_on),
        resolved_on date CHECK (resolved_on >= last_seen_on)
      );
      COMMENT ON COLUMN finding.resolved_on IS 'when the query no longer found it; nobody closes a finding by hand';
      CREATE UNIQUE INDEX finding_one_open ON finding (query, subject_id) WHERE resolved_on IS NULL;
      CREATE INDEX finding_by_age ON finding (first_seen_on, id);
      CREATE INDEX finding_by_agreement ON finding (agreement_id);

      CREATE TABLE finding_run (
        id uuid PRIMARY KEY,
        ran_on date NOT NULL CONSTRAINT finding_run_once UNIQUE,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        found jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(found) = 'object'),
        failed jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(failed) = 'object')
      );
      COMMENT ON COLUMN finding_run.found IS 'how many rows each query found that ran';
      COMMENT ON COLUMN finding_run.failed IS 'what the server said of each query that did not';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE finding_run, finding;');
  }
}
