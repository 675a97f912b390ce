import { MigrationInterface, QueryRunner } from 'typeorm';

/** Verifications of the audit trail: who asked for one, how far it is, and what it found. */
export class AuditVerifications1764000000038 implements MigrationInterface {
  name = 'AuditVerifications1764000000038';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_verification (
        id uuid PRIMARY KEY,
        requested_by text NOT NULL CHECK (requested_by ~ '^account:'),
        requested_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'finished', 'failed')),
        attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        begun_at timestamptz,
        seen_at timestamptz,
        lines_total integer CHECK (lines_total >= 0),
        lines_done integer NOT NULL DEFAULT 0 CHECK (lines_done >= 0),
        finished_at timestamptz,
        result jsonb CHECK (jsonb_typeof(result) = 'object'),
        failure text CHECK (failure IN ('interrupted', 'error')),
        CONSTRAINT audit_verification_begun CHECK (state <> 'running' OR (begun_at IS NOT NULL AND seen_at IS NOT NULL)),
        CONSTRAINT audit_verification_over CHECK ((finished_at IS NOT NULL) = (state IN ('finished', 'failed'))),
        CONSTRAINT audit_verification_result CHECK ((result IS NOT NULL) = (state = 'finished')),
        CONSTRAINT audit_verification_failure CHECK ((failure IS NOT NULL) = (state = 'failed'))
      );
      COMMENT ON COLUMN audit_verification.seen_at IS 'the last sign of life of the worker that runs it';
      COMMENT ON COLUMN audit_verification.attempts IS 'how many workers took it up; the last may have died';
      CREATE UNIQUE INDEX audit_verification_one_at_a_time ON audit_verification ((true))
        WHERE state IN ('waiting', 'running');
      CREATE INDEX audit_verification_by_age ON audit_verification (requested_at, id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit_verification;');
  }
}
