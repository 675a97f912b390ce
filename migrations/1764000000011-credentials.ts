import { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors with their recovery codes, failed attempts to sign in, and API tokens. */
export class Credentials1764000000011 implements MigrationInterface {
  name = 'Credentials1764000000011';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE second_factor (
        account_id uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
        secret bytea NOT NULL CHECK (length(secret) = 20),
        started_at timestamptz NOT NULL,
        confirmed_at timestamptz CHECK (confirmed_at >= started_at),
        last_step integer,
        CHECK ((confirmed_at IS NULL) = (last_step IS NULL))
      );
      COMMENT ON COLUMN second_factor.last_step IS 'step of 30 seconds of the newest code that was taken; none before it is';

      CREATE TABLE recovery_code (
        account_id uuid NOT NULL REFERENCES second_factor (account_id) ON DELETE CASCADE,
        code_sha256 bytea NOT NULL CHECK (length(code_sha256) = 32),
        used_at timestamptz,
        PRIMARY KEY (account_id, code_sha256)
      );

      CREATE TABLE sign_in_failure (
        counted text NOT NULL CHECK (counted IN ('account', 'address')),
        key_sha256 bytea NOT NULL CHECK (length(key_sha256) = 32),
        failures integer NOT NULL CHECK (failures >= 0),
        last_at timestamptz NOT NULL,
        blocked_until timestamptz NOT NULL,
        PRIMARY KEY (counted, key_sha256)
      );
      CREATE INDEX sign_in_failure_by_age ON sign_in_failure (last_at);

      CREATE TABLE api_token (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        token_sha256 bytea NOT NULL CHECK (length(token_sha256) = 32) CONSTRAINT api_token_unique UNIQUE,
        permissions text[] NOT NULL CHECK (cardinality(permissions) > 0 AND 'self' <> ALL (permissions)),
        second_factor boolean NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
          CHECK (expires_at > created_at AND expires_at <= created_at + interval '8784 hours'),
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX api_token_by_account ON api_token (account_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE api_token, sign_in_failure, recovery_code, second_factor;');
  }
}
