import { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked, for whom and why in the audit trail; its entries in a chain that shows what was altered. */
export class AuditChain1764000000015 implements MigrationInterface {
  name = 'AuditChain1764000000015';

  async up(db: QueryRunner): Promise<void> {
    // What JSON's own numbers cannot hold has no canonical form, so no digest either: it is kept out.
    await db.query(`
      ALTER TABLE audit_entry
        ADD COLUMN on_behalf_of text CHECK (on_behalf_of ~ '^(account|position):[0-9a-f-]{36}$'),
        ADD COLUMN token_id uuid,
        ADD COLUMN reason text CHECK (length(reason) BETWEEN 1 AND 2000),
        ADD COLUMN request_id uuid,
        ADD COLUMN address text CHECK (length(address) <= 60),
        ADD CHECK (jsonb_typeof(payload) = 'object'),
        ADD CHECK (NOT jsonb_path_exists(payload,
          'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))'));
      ALTER TABLE audit_entry ALTER COLUMN recorded_at SET DEFAULT clock_timestamp();

      DROP INDEX audit_entry_by_subject;
      CREATE INDEX audit_entry_by_time ON audit_entry (at, id);
      CREATE INDEX audit_entry_by_actor ON audit_entry (actor, at, id);
      CREATE INDEX audit_entry_by_action ON audit_entry (action, at, id);
      CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, at, id);
      CREATE INDEX audit_entry_by_subject_type ON audit_entry (subject_type, at, id);
      CREATE INDEX audit_entry_by_principal ON audit_entry (on_behalf_of, at, id) WHERE on_behalf_of IS NOT NULL;
      CREATE INDEX audit_entry_by_request ON audit_entry (request_id, at, id) WHERE request_id IS NOT NULL;

      CREATE TABLE audit_personal_value (
        entry_id uuid NOT NULL REFERENCES audit_entry (id),
        pointer text NOT NULL CHECK (pointer ~ '^(/|$)'),
        value text NOT NULL,
        salt bytea NOT NULL CHECK (octet_length(salt) = 16),
        about_id uuid NOT NULL,
        PRIMARY KEY (entry_id, pointer)
      );
      CREATE INDEX audit_personal_value_by_person ON audit_personal_value (about_id);
      CREATE TRIGGER audit_personal_value_is_kept_or_erased BEFORE UPDATE OR TRUNCATE ON audit_personal_value
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
    `);
    await this.chain(db);
  }

  private async chain(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_link (
        sequence bigint PRIMARY KEY CHECK (sequence > 0),
        entry_id uuid NOT NULL UNIQUE REFERENCES audit_entry (id),
        entry_sha256 bytea NOT NULL CHECK (octet_length(entry_sha256) = 32),
        previous_sha256 bytea NOT NULL CHECK (octet_length(previous_sha256) = 32),
        link_sha256 bytea NOT NULL CHECK (octet_length(link_sha256) = 32),
        sealed_at timestamptz NOT NULL
      );
      CREATE TRIGGER audit_link_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
      CREATE FUNCTION refuse_loose_link() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (
            SELECT 1 FROM added a LEFT JOIN audit_link before ON before.sequence = a.sequence - 1
             WHERE a.previous_sha256 IS DISTINCT FROM
                   CASE WHEN a.sequence = 1 THEN decode(repeat('00', 32), 'hex') ELSE before.link_sha256 END
          ) THEN RAISE EXCEPTION 'a link of the audit trail follows the one before'; END IF;
          RETURN NULL;
        END
      $$;
      CREATE TRIGGER audit_link_follows AFTER INSERT ON audit_link
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_loose_link();

      CREATE TABLE audit_checkpoint (
        id uuid PRIMARY KEY,
        sequence bigint NOT NULL REFERENCES audit_link (sequence),
        link_sha256 bytea NOT NULL CHECK (octet_length(link_sha256) = 32),
        entries bigint NOT NULL CHECK (entries = sequence),
        made_on date NOT NULL,
        made_at timestamptz NOT NULL,
        key_fingerprint text NOT NULL CHECK (key_fingerprint ~ '^[0-9a-f]{64}$'),
        public_key text NOT NULL,
        signature bytea NOT NULL CHECK (octet_length(signature) = 64)
      );
      CREATE INDEX audit_checkpoint_by_time ON audit_checkpoint (made_at, id);
      CREATE INDEX audit_checkpoint_by_day ON audit_checkpoint (made_on, key_fingerprint);
      CREATE TRIGGER audit_checkpoint_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
    `);
    // The writer's own transaction says what is to be linked, so that nobody looks for it in millions of rows. It
    // says so by right of the owner: the application only takes away what it has linked.
    await db.query(`
      CREATE TABLE audit_unsealed (entry_id uuid PRIMARY KEY) WITH (
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000
      );
      CREATE FUNCTION note_unsealed_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN INSERT INTO public.audit_unsealed VALUES (NEW.id); RETURN NULL; END
      $$;
      INSERT INTO audit_unsealed SELECT id FROM audit_entry;
      CREATE TRIGGER audit_entry_is_to_be_sealed AFTER INSERT ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION note_unsealed_entry();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER audit_entry_is_to_be_sealed ON audit_entry;
      DROP FUNCTION note_unsealed_entry;
      DROP TABLE audit_unsealed, audit_checkpoint, audit_link, audit_personal_value;
      DROP FUNCTION refuse_loose_link;
      DROP INDEX audit_entry_by_time, audit_entry_by_actor, audit_entry_by_action, audit_entry_by_subject,
        audit_entry_by_subject_type;
      ALTER TABLE audit_entry DROP COLUMN on_behalf_of, DROP COLUMN token_id, DROP COLUMN reason,
        DROP COLUMN request_id, DROP COLUMN address, DROP CONSTRAINT audit_entry_payload_check,
        DROP CONSTRAINT audit_entry_payload_check1, ALTER COLUMN recorded_at SET DEFAULT now();
      CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, id);
    `);
  }
}
