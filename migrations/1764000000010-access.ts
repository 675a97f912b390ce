import { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles with their scopes, staff and investors apart, delegates of positions, sessions that end when idle. */
export class Access1764000000010 implements MigrationInterface {
  name = 'Access1764000000010';

  async up(db: QueryRunner): Promise<void> {
    // The kind stands in the grants too, so that keys and checks hold staff and investors apart.
    await db.query(`
      ALTER TABLE account
        ADD COLUMN kind text NOT NULL DEFAULT 'staff' CHECK (kind IN ('staff', 'investor')),
        ADD COLUMN active boolean NOT NULL DEFAULT true,
        ADD COLUMN demonstration boolean NOT NULL DEFAULT false,
        ALTER COLUMN password_hash DROP NOT NULL,
        ADD CONSTRAINT account_of_kind UNIQUE (id, kind);

      CREATE TABLE role_grant (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        account_kind text NOT NULL,
        role text NOT NULL CHECK (role IN ('officer', 'verifier', 'legal', 'director', 'admin', 'auditor',
          'investor_editor', 'investor_representative')),
        scope_kind text NOT NULL CHECK (scope_kind IN ('country', 'regions', 'sectors', 'organisation')),
        codes text[] NOT NULL DEFAULT '{}',
        organisation_id uuid,
        granted_at timestamptz NOT NULL,
        FOREIGN KEY (account_id, account_kind) REFERENCES account (id, kind) ON DELETE CASCADE,
        CHECK ((account_kind = 'investor') = (role IN ('investor_editor', 'investor_representative'))),
        CHECK ((account_kind = 'investor') = (scope_kind = 'organisation')),
        CHECK ((scope_kind = 'organisation') = (organisation_id IS NOT NULL)),
        CHECK ((scope_kind IN ('regions', 'sectors')) = (cardinality(codes) > 0)),
        CONSTRAINT role_grant_once UNIQUE NULLS NOT DISTINCT (account_id, role, scope_kind, organisation_id)
      );
      CREATE INDEX role_grant_by_role ON role_grant (role, account_id);
      CREATE INDEX role_grant_by_organisation ON role_grant (organisation_id) WHERE organisation_id IS NOT NULL;
      INSERT INTO role_grant (id, account_id, account_kind, role, scope_kind, granted_at)
        SELECT gen_random_uuid(), r.account_id, a.kind, r.role, 'country', a.created_at
          FROM account_role r JOIN account a ON a.id = r.account_id;
      DROP TABLE account_role;

      ALTER TABLE "position"
        ADD COLUMN delegate_account_id uuid REFERENCES account (id),
        ADD COLUMN delegate_from date,
        ADD COLUMN delegate_until date,
        ADD CHECK (num_nulls(delegate_account_id, delegate_from, delegate_until) IN (0, 3)),
        ADD CHECK (delegate_until >= delegate_from);

      DELETE FROM session;
      ALTER TABLE session
        ADD COLUMN last_seen_at timestamptz NOT NULL,
        ADD COLUMN second_factor boolean NOT NULL DEFAULT false,
        ADD COLUMN method text NOT NULL DEFAULT 'password' CHECK (method IN ('password', 'provider')),
        ADD COLUMN address text,
        ADD COLUMN agent text CHECK (length(agent) <= 200);
    `);
    // Grants of an organisation name one that exists; organisations come after identity in the order of features.
    await db.query(`
      ALTER TABLE role_grant ADD FOREIGN KEY (organisation_id) REFERENCES organisation (id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account_role (
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('officer', 'verifier', 'legal', 'director', 'admin', 'auditor')),
        PRIMARY KEY (account_id, role)
      );
      CREATE INDEX account_role_by_role ON account_role (role, account_id);
      INSERT INTO account_role SELECT DISTINCT account_id, role FROM role_grant WHERE account_kind = 'staff';
      DROP TABLE role_grant;
      ALTER TABLE session DROP COLUMN last_seen_at, DROP COLUMN second_factor, DROP COLUMN method,
        DROP COLUMN address, DROP COLUMN agent;
      ALTER TABLE "position" DROP COLUMN delegate_account_id, DROP COLUMN delegate_from, DROP COLUMN delegate_until;
      ALTER TABLE account DROP CONSTRAINT account_of_kind, DROP COLUMN kind, DROP COLUMN active,
        DROP COLUMN demonstration;
    `);
  }
}
