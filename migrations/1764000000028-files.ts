import { MigrationInterface, QueryRunner } from 'typeorm';

const MEDIA_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
];

/** Where files are kept, which files there are, and what agreements make of them. */
export class Files1764000000028 implements MigrationInterface {
  name = 'Files1764000000028';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE file_store (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        marker text NOT NULL CHECK (marker ~ '^[0-9a-f]{32}$'),
        placed_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN file_store.marker IS 'what the file .mithaq-files in FILES_DIR must hold';
      COMMENT ON COLUMN file_store.placed_at IS 'when it was written there; from then on a folder without it is refused';

      CREATE TABLE stored_file (
        sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        bytes bigint NOT NULL CHECK (bytes > 0),
        media_type text NOT NULL CHECK (media_type IN (${MEDIA_TYPES.map((type) => `'${type}'`).join(', ')})),
        stored_at timestamptz NOT NULL
      );
      COMMENT ON TABLE stored_file IS 'files of the store that records refer to; others are removed after a day';

      CREATE TABLE agreement_file (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id),
        sha256 text NOT NULL REFERENCES stored_file (sha256),
        role text NOT NULL CHECK (role IN ('signed_text', 'amendment', 'annex', 'mandate', 'correspondence', 'other')),
        language text CHECK (language ~ '^[a-z]{2}$'),
        title text CHECK (title <> '' AND length(title) <= 300),
        file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 150 AND file_name !~ '[/\\\\[:cntrl:]]'),
        recorded_by text NOT NULL,
        recorded_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        withdrawn_by text,
        withdrawn_on date CHECK (withdrawn_on >= recorded_on),
        withdrawn_at timestamptz,
        withdrawal_reason text CHECK (withdrawal_reason <> ''),
        CHECK (num_nulls(withdrawn_by, withdrawn_on, withdrawn_at, withdrawal_reason) IN (0, 4))
      );
      CREATE UNIQUE INDEX agreement_file_once ON agreement_file (agreement_id, sha256) WHERE withdrawn_at IS NULL;
      CREATE INDEX agreement_file_by_content ON agreement_file (sha256);
      CREATE INDEX agreement_file_by_agreement ON agreement_file (agreement_id, id);
    `);
    // A file is proof: its record is withdrawn once and never taken away. What it is called may be corrected.
    await db.query(`
      CREATE FUNCTION agreement_file_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'the record of a file stays'; END IF;
          IF (NEW.id, NEW.agreement_id, NEW.sha256, NEW.role, NEW.recorded_by, NEW.recorded_on, NEW.recorded_at)
             IS DISTINCT FROM
             (OLD.id, OLD.agreement_id, OLD.sha256, OLD.role, OLD.recorded_by, OLD.recorded_on, OLD.recorded_at)
             OR OLD.withdrawn_at IS NOT NULL
             AND (NEW.withdrawn_by, NEW.withdrawn_on, NEW.withdrawn_at, NEW.withdrawal_reason)
                 IS DISTINCT FROM
                 (OLD.withdrawn_by, OLD.withdrawn_on, OLD.withdrawn_at, OLD.withdrawal_reason) THEN
            RAISE EXCEPTION 'the record of a file is withdrawn once and otherwise stays as it is';
          END IF;
          RETURN NEW;
        END
      $$;
      CREATE TRIGGER agreement_file_stays BEFORE UPDATE OR DELETE ON agreement_file
        FOR EACH ROW EXECUTE FUNCTION agreement_file_stays();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE agreement_file, stored_file, file_store;
      DROP FUNCTION agreement_file_stays;
    `);
  }
}
