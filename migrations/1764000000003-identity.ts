import { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts with their sessions, positions that own agreements, and the keys of repeated requests. */
export class Identity1764000000003 implements MigrationInterface {
  name = 'Identity1764000000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        email text NOT NULL CHECK (email = lower(email) AND email LIKE '%_@_%'),
        name text,
        language text NOT NULL CHECK (language IN ('ar', 'fr', 'en')),
        password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT account_email_unique UNIQUE (email)
      );
      CREATE TABLE account_role (
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('officer', 'verifier', 'legal', 'director', 'admin', 'auditor')),
        PRIMARY KEY (account_id, role)
      );
      CREATE INDEX account_role_by_role ON account_role (role, account_id);

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        token_sha256 bytea NOT NULL CHECK (length(token_sha256) = 32),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
        CONSTRAINT session_token_unique UNIQUE (token_sha256)
      );
      CREATE INDEX session_by_account ON session (account_id);
      CREATE INDEX session_by_expiry ON session (expires_at);

      CREATE TABLE "position" (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        key text CONSTRAINT position_key_unique UNIQUE,
        name_ar text, name_fr text, name_en text,
        superior_id uuid REFERENCES "position" (id),
        holder_account_id uuid REFERENCES account (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (coalesce(name_ar, name_fr, name_en) IS NOT NULL),
        CHECK (superior_id <> id)
      );
      CREATE INDEX position_by_holder ON "position" (holder_account_id);

      CREATE TABLE idempotency_key (
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
        request_sha256 text NOT NULL CHECK (request_sha256 ~ '^[0-9a-f]{64}$'),
        answer json,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (account_id, key)
      );
      CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE idempotency_key, "position", session, account_role, account;');
  }
}
