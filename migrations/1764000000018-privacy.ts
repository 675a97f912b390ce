import { MigrationInterface, QueryRunner } from 'typeorm';
import { PROCESSINGS, RESPONSIBLE } from './1764000000018-privacy/processings';

const TEXT = `jsonb NOT NULL CHECK`;
const written = (column: string) =>
  `${column} ${TEXT} (jsonb_typeof(${column}) = 'object'
          AND coalesce(${column} ->> 'ar', ${column} ->> 'fr', ${column} ->> 'en') <> '')`;

/** The register of processings, requests of persons, what is erased when its time is over, and marks of what was. */
export class Privacy1764000000018 implements MigrationInterface {
  name = 'Privacy1764000000018';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE processing (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        code text CONSTRAINT processing_code_unique UNIQUE CHECK (code ~ '^[a-z_]+$'),
        ${['purpose', 'legal_basis', 'categories', 'persons', 'recipients', 'responsible', 'retention_note'].map(written).join(',\n        ')},
        retention_days integer CHECK (retention_days BETWEEN 1 AND 36525),
        cndp_receipt text CHECK (cndp_receipt <> ''),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN processing.code IS 'what the retention job knows it by; none for a processing of the administration beside this software';
      COMMENT ON COLUMN processing.retention_note IS 'from which day the days count, or why there is no end';
      COMMENT ON COLUMN processing.cndp_receipt IS 'number of the receipt of the declaration; none while it is not declared';

      ALTER TABLE personal_value DROP CONSTRAINT personal_value_kind_check;
      ALTER TABLE personal_value ADD CONSTRAINT personal_value_kind_check
        CHECK (kind IN ('name', 'capacity', 'contact', 'requester_name', 'requester_contact', 'request_words'));
      ALTER TABLE person ADD COLUMN erased_at timestamptz;
      ALTER TABLE account ADD COLUMN deactivated_at timestamptz, ADD COLUMN erased_at timestamptz,
        ADD CHECK (erased_at IS NULL OR NOT active);
      CREATE INDEX account_left ON account (deactivated_at) WHERE deactivated_at IS NOT NULL AND erased_at IS NULL;

      ALTER TABLE sent_mail ADD COLUMN erased_at timestamptz;
      ALTER TABLE sent_mail DROP CONSTRAINT sent_mail_recipients_check;
      ALTER TABLE sent_mail ADD CONSTRAINT sent_mail_recipients_check
        CHECK ((cardinality(recipients) = 0) = (erased_at IS NOT NULL) AND (erased_at IS NULL OR body IS NULL));
      ALTER TABLE sent_mail DROP CONSTRAINT sent_mail_check;
      ALTER TABLE sent_mail ADD CONSTRAINT sent_mail_file_check
        CHECK ((transport = 'file' OR file IS NULL) AND (transport = 'smtp' OR file IS NOT NULL OR body IS NULL));
      CREATE INDEX sent_mail_recipients ON sent_mail USING gin (recipients);

      CREATE TABLE data_request (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        kind text NOT NULL CHECK (kind IN ('access', 'rectification', 'opposition', 'erasure')),
        name_value_id uuid REFERENCES personal_value (id) ON DELETE SET NULL,
        contact_value_id uuid REFERENCES personal_value (id) ON DELETE SET NULL,
        words_value_id uuid REFERENCES personal_value (id) ON DELETE SET NULL,
        received_on date NOT NULL,
        due_on date NOT NULL CHECK (due_on >= received_on),
        person_id uuid REFERENCES person (id),
        account_id uuid REFERENCES account (id),
        identity_check text CHECK (identity_check IN ('known_account', 'in_person', 'work_address', 'signed_letter',
          'mandate')),
        identity_checked_on date,
        decision text CHECK (decision IN ('granted', 'granted_in_part', 'refused')),
        decision_reason text CHECK (decision_reason <> ''),
        decided_by text,
        decided_on date,
        erases_public_names boolean NOT NULL DEFAULT false,
        closed_at timestamptz,
        erased_at timestamptz,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CHECK (num_nonnulls(person_id, account_id) <= 1),
        CHECK (num_nulls(identity_check, identity_checked_on) IN (0, 2)),
        CHECK (num_nulls(decision, decided_by, decided_on) IN (0, 3)),
        CHECK (decision IS NULL OR decision = 'refused' OR identity_check IS NOT NULL),
        CHECK (decision IS NULL OR decision = 'granted' OR decision_reason IS NOT NULL),
        CHECK (NOT erases_public_names OR (kind = 'erasure' AND decision IN ('granted', 'granted_in_part')
          AND decision_reason IS NOT NULL)),
        CHECK (closed_at IS NULL OR decision IS NOT NULL),
        CHECK (decision IS DISTINCT FROM 'refused' OR closed_at IS NOT NULL),
        CHECK (erased_at IS NULL OR closed_at IS NOT NULL)
      );
      CREATE INDEX data_request_by_due_date ON data_request (due_on, id);
      CREATE INDEX data_request_closed ON data_request (closed_at) WHERE erased_at IS NULL;
      CREATE INDEX data_request_by_person ON data_request (person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX data_request_by_account ON data_request (account_id) WHERE account_id IS NOT NULL;

      CREATE TABLE retention_run (
        id uuid PRIMARY KEY,
        ran_on date NOT NULL CONSTRAINT retention_run_daily UNIQUE,
        started_at timestamptz NOT NULL,
        finished_at timestamptz CHECK (finished_at >= started_at),
        erased jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(erased) = 'object')
      );
      COMMENT ON COLUMN retention_run.erased IS 'how much of each category; a run that was interrupted goes on counting';
    `);
    for (const { code, retention_days, ...texts } of PROCESSINGS) {
      const columns = Object.keys(texts);
      await db.query(
        `INSERT INTO processing (id, code, retention_days, responsible, ${columns.join(', ')})
         VALUES (gen_random_uuid(), $1, $2, $3, ${columns.map((_, index) => `$${index + 4}`).join(', ')})`,
        [code, retention_days, RESPONSIBLE, ...Object.values(texts)],
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE retention_run, data_request, processing;
      DELETE FROM personal_value WHERE kind NOT IN ('name', 'capacity', 'contact');
      ALTER TABLE personal_value DROP CONSTRAINT personal_value_kind_check;
      ALTER TABLE personal_value ADD CONSTRAINT personal_value_kind_check
        CHECK (kind IN ('name', 'capacity', 'contact'));
      ALTER TABLE person DROP COLUMN erased_at;
      ALTER TABLE account DROP COLUMN deactivated_at, DROP COLUMN erased_at;
      DELETE FROM sent_mail WHERE erased_at IS NOT NULL OR (transport = 'file' AND file IS NULL);
      DROP INDEX sent_mail_recipients;
      ALTER TABLE sent_mail DROP CONSTRAINT sent_mail_recipients_check, DROP CONSTRAINT sent_mail_file_check,
        DROP COLUMN erased_at, ADD CHECK (cardinality(recipients) > 0),
        ADD CHECK ((transport = 'file') = (file IS NOT NULL));
    `);
  }
}
