import { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in through a provider of identities: whom it vouches for, what it grants, and sign-ins under way. */
export class Provider1764000000014 implements MigrationInterface {
  name = 'Provider1764000000014';

  async up(db: QueryRunner): Promise<void> {
    // The kind stands in the key, as in the grants: a provider vouches for staff, never for an investor.
    await db.query(`
      CREATE TABLE provider_identity (
        issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
        subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
        account_id uuid NOT NULL,
        account_kind text NOT NULL DEFAULT 'staff' CHECK (account_kind = 'staff'),
        linked_at timestamptz NOT NULL,
        PRIMARY KEY (issuer, subject),
        CONSTRAINT provider_identity_once UNIQUE (account_id, issuer),
        FOREIGN KEY (account_id, account_kind) REFERENCES account (id, kind) ON DELETE CASCADE
      );

      ALTER TABLE role_grant
        ADD COLUMN origin text NOT NULL DEFAULT 'local' CHECK (origin IN ('local', 'provider')),
        ADD CHECK (origin = 'local' OR account_kind = 'staff'),
        DROP CONSTRAINT role_grant_once,
        ADD CONSTRAINT role_grant_once
          UNIQUE NULLS NOT DISTINCT (account_id, role, scope_kind, organisation_id, origin);
    `);
    // Unlogged: a sign-in under way may be lost, and its secrets belong into no backup.
    await db.query(`
      CREATE UNLOGGED TABLE provider_attempt (
        state_sha256 bytea PRIMARY KEY CHECK (length(state_sha256) = 32),
        browser_sha256 bytea NOT NULL CHECK (length(browser_sha256) = 32),
        nonce text NOT NULL CHECK (length(nonce) >= 43),
        code_verifier text NOT NULL CHECK (length(code_verifier) BETWEEN 43 AND 128),
        return_to text NOT NULL CHECK (return_to ~ '^/([^/\\\\]|$)' AND length(return_to) <= 500),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at)
      );
      CREATE INDEX provider_attempt_by_expiry ON provider_attempt (expires_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE provider_attempt, provider_identity;
      DELETE FROM role_grant WHERE origin = 'provider';
      ALTER TABLE role_grant
        DROP CONSTRAINT role_grant_once,
        DROP COLUMN origin,
        ADD CONSTRAINT role_grant_once UNIQUE NULLS NOT DISTINCT (account_id, role, scope_kind, organisation_id);
    `);
  }
}
