import { MigrationInterface, QueryRunner } from 'typeorm';

/** Who changed what: rows that are only ever added. */
export class Audit1764000000002 implements MigrationInterface {
  name = 'Audit1764000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        actor text NOT NULL CHECK (actor ~ '^(account:[0-9a-f-]{36}|system:[a-z-]+)$'),
        action text NOT NULL CHECK (action ~ '^[a-z_]+[.][a-z_]+$'),
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        payload jsonb NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, id);
      CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the audit trail only grows'; END
      $$;
      CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit_entry; DROP FUNCTION refuse_audit_change;');
  }
}
