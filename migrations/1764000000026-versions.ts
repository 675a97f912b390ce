import { MigrationInterface, QueryRunner } from 'typeorm';

const KIND = `IN ('first', 'clerical', 'completion', 'rectification', 'amendment', 'annotation', 'legal_step', 'suspension')`;
const DRAFT_KIND = `IN ('first', 'clerical', 'completion', 'rectification', 'amendment')`;
const OPEN = `IN ('draft', 'submitted', 'returned', 'verified')`;

/**
 * Who took part in a decision. Whoever drafted or submitted does not verify, whoever verified does not approve; what
 * the system brings in has one author, and two directors together may override, which the row says.
 */
const FOUR_EYES = `
        CHECK (overridden_by IS NOT NULL OR verified_by IS NULL OR verified_by LIKE 'system:%'
          OR NOT (verified_by = ANY (drafted_by) OR verified_by IS NOT DISTINCT FROM submitted_by)),
        CHECK (overridden_by IS NOT NULL OR approved_by IS NULL OR approved_by LIKE 'system:%'
          OR verified_by IS NULL OR approved_by <> verified_by),
        CHECK (overridden_by IS NULL OR overridden_by <> ALL (drafted_by))`;

/** Versions of an agreement as decisions of several people, and the drafts that lead to them. */
export class Versions1764000000026 implements MigrationInterface {
  name = 'Versions1764000000026';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- An agreement that was only drafted has no version yet, and of its columns what its draft says.
      ALTER TABLE agreement
        ALTER COLUMN version_number DROP NOT NULL,
        ALTER COLUMN instrument_type DROP NOT NULL,
        ALTER COLUMN legal_state DROP NOT NULL,
        DROP CONSTRAINT agreement_check,
        DROP CONSTRAINT agreement_legal_state_check,
        ADD CONSTRAINT agreement_whole CHECK (version_number IS NULL OR (
          coalesce(title_ar, title_fr, title_en) IS NOT NULL AND instrument_type IS NOT NULL
          AND legal_state IS NOT NULL)),
        ADD CONSTRAINT agreement_legal_state_check CHECK (legal_state IN ('announced', 'under_negotiation', 'signed',
          'in_force', 'suspended', 'fulfilled', 'closed_partially', 'terminated', 'expired', 'lapsed', 'superseded')),
        ADD CONSTRAINT agreement_published_current CHECK (NOT published OR version_number IS NOT NULL);

      ALTER TABLE agreement_version
        ADD COLUMN kind text NOT NULL DEFAULT 'first' CHECK (kind ${KIND}),
        ADD COLUMN reason text,
        ADD COLUMN amendment jsonb CHECK (jsonb_typeof(amendment) = 'object'),
        ADD COLUMN acknowledged_gaps jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(acknowledged_gaps) = 'array'),
        ADD COLUMN drafted_by text[] NOT NULL DEFAULT '{}',
        ADD COLUMN submitted_by text,
        ADD COLUMN verified_by text,
        ADD COLUMN approved_by text,
        ADD COLUMN overridden_by text,
        ADD COLUMN recorded_on date,
        ADD COLUMN effective_on date,
        ADD CONSTRAINT agreement_version_amendment CHECK ((kind = 'amendment') = (amendment IS NOT NULL)),
        ADD CONSTRAINT agreement_version_effective CHECK (kind <> 'amendment'
          OR (effective_on IS NOT NULL AND effective_on <= recorded_on)),
        ADD CONSTRAINT agreement_version_first CHECK (kind <> 'first' OR number = 1),
        ADD ${FOUR_EYES.trim().replaceAll('\n        CHECK', '\n        ADD CHECK')};
      UPDATE agreement_version SET recorded_on = (recorded_at AT TIME ZONE 'UTC')::date,
        kind = CASE WHEN number = 1 THEN 'first' ELSE 'rectification' END, drafted_by = ARRAY[recorded_by],
        reason = CASE WHEN number > 1 THEN 'replaced as a whole' END;
      ALTER TABLE agreement_version ALTER COLUMN recorded_on SET NOT NULL, ALTER COLUMN kind DROP DEFAULT;
      CREATE UNIQUE INDEX agreement_amendment_number ON agreement_version (agreement_id, (amendment ->> 'number'))
        WHERE kind = 'amendment';

      CREATE TABLE agreement_draft (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        number integer NOT NULL CHECK (number > 0),
        kind text NOT NULL CHECK (kind ${DRAFT_KIND}),
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'verified', 'current', 'withdrawn')),
        base_number integer CHECK (base_number = number - 1),
        document jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object'),
        reason text,
        amendment jsonb CHECK (jsonb_typeof(amendment) = 'object'),
        acknowledged_gaps jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(acknowledged_gaps) = 'array'),
        drafted_by text[] NOT NULL CHECK (cardinality(drafted_by) > 0),
        submitted_by text,
        verified_by text,
        approved_by text,
        overridden_by text,
        opened_by text NOT NULL,
        opened_at timestamptz NOT NULL,
        saved_at timestamptz NOT NULL,
        entered_state_at timestamptz NOT NULL,
        CHECK ((kind = 'first') = (base_number IS NULL)),
        CHECK (kind = 'amendment' OR amendment IS NULL),
        CHECK (state NOT IN ('submitted', 'verified', 'current') OR submitted_by IS NOT NULL),
        CHECK (state <> 'verified' OR verified_by IS NOT NULL),
        FOREIGN KEY (agreement_id, base_number) REFERENCES agreement_version (agreement_id, number),
        ${FOUR_EYES.trim()}
      );
      CREATE UNIQUE INDEX agreement_draft_one_open ON agreement_draft (agreement_id) WHERE state ${OPEN};
      CREATE INDEX agreement_draft_by_agreement ON agreement_draft (agreement_id, number);
      CREATE INDEX agreement_draft_waiting ON agreement_draft (state, entered_state_at) WHERE state ${OPEN};

      -- What was saved under which revision, so that two people who edit at once are shown what both changed.
      CREATE TABLE draft_save (
        draft_id uuid NOT NULL REFERENCES agreement_draft (id) ON DELETE CASCADE,
        revision integer NOT NULL CHECK (revision > 0),
        document jsonb NOT NULL,
        saved_by text NOT NULL,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (draft_id, revision)
      );

      CREATE TABLE draft_step (
        id uuid PRIMARY KEY,
        draft_id uuid NOT NULL REFERENCES agreement_draft (id) ON DELETE CASCADE,
        number integer NOT NULL CHECK (number > 0),
        action text NOT NULL CHECK (action IN ('open', 'submit', 'return', 'withdraw', 'verify', 'approve', 'carry_over')),
        from_state text,
        to_state text NOT NULL,
        reason text,
        taken_on date NOT NULL,
        taken_by text NOT NULL,
        on_behalf_of text,
        overridden_by text,
        taken_at timestamptz NOT NULL,
        CONSTRAINT draft_step_numbered UNIQUE (draft_id, number),
        CHECK (action NOT IN ('return', 'withdraw') OR reason IS NOT NULL)
      );

      -- A second director lets another director take one step on exactly this state of a draft; any change voids it.
      CREATE TABLE draft_override (
        id uuid PRIMARY KEY,
        draft_id uuid NOT NULL REFERENCES agreement_draft (id) ON DELETE CASCADE,
        action text NOT NULL CHECK (action IN ('verify', 'approve')),
        revision integer NOT NULL CHECK (revision > 0),
        reason text NOT NULL,
        granted_by text NOT NULL,
        granted_at timestamptz NOT NULL,
        CONSTRAINT draft_override_once UNIQUE (draft_id, action, revision, granted_by)
      );

      ALTER TABLE deadline_move
        ADD COLUMN act text NOT NULL DEFAULT 'rectification'
          CHECK (act IN ('amendment', 'completion', 'rectification', 'suspension')),
        ADD COLUMN effective_on date;
      UPDATE deadline_move SET effective_on = recorded_on;
      ALTER TABLE deadline_move ALTER COLUMN effective_on SET NOT NULL, ALTER COLUMN act DROP DEFAULT;

      ALTER TABLE commitment
        ADD COLUMN part_of_id uuid CHECK (part_of_id <> id),
        ADD COLUMN proof_method text CHECK (proof_method IN ('none', 'self_declared', 'company_document',
          'payroll_or_social_security_statement', 'zone_or_ministry_statement', 'site_visit', 'independent_audit')),
        ADD CONSTRAINT commitment_part_of FOREIGN KEY (agreement_id, part_of_id)
          REFERENCES commitment (agreement_id, id) DEFERRABLE INITIALLY DEFERRED;

      -- Once a version is current, what it says stays: only its state still changes, and only once.
      CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'superseded' OR NEW.state <> 'superseded' THEN
          RAISE EXCEPTION 'a version only ever becomes superseded' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER agreement_version_kept BEFORE UPDATE OF state ON agreement_version
        FOR EACH ROW EXECUTE FUNCTION keep_version();

      -- A draft that ended is kept as it ended.
      CREATE FUNCTION keep_draft() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state IN ('current', 'withdrawn') THEN
          RAISE EXCEPTION 'a draft that ended does not change' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER agreement_draft_kept BEFORE UPDATE ON agreement_draft
        FOR EACH ROW EXECUTE FUNCTION keep_draft();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE draft_override, draft_step, draft_save, agreement_draft;
      DROP TRIGGER agreement_version_kept ON agreement_version;
      DROP FUNCTION keep_version(), keep_draft();
      DROP INDEX agreement_amendment_number;
      ALTER TABLE commitment DROP COLUMN part_of_id, DROP COLUMN proof_method;
      ALTER TABLE deadline_move DROP COLUMN act, DROP COLUMN effective_on;
      ALTER TABLE agreement_version DROP COLUMN kind, DROP COLUMN reason, DROP COLUMN amendment,
        DROP COLUMN acknowledged_gaps, DROP COLUMN drafted_by, DROP COLUMN submitted_by, DROP COLUMN verified_by,
        DROP COLUMN approved_by, DROP COLUMN overridden_by, DROP COLUMN recorded_on, DROP COLUMN effective_on;
      DELETE FROM agreement WHERE version_number IS NULL;
      -- Before this, the legal state was what the document says.
      UPDATE agreement a SET legal_state = v.document ->> 'legalState' FROM agreement_version v
       WHERE v.agreement_id = a.id AND v.state = 'current';
      ALTER TABLE agreement
        DROP CONSTRAINT agreement_whole,
        DROP CONSTRAINT agreement_published_current,
        DROP CONSTRAINT agreement_legal_state_check,
        ADD CONSTRAINT agreement_legal_state_check
          CHECK (legal_state IN ('announced', 'under_negotiation', 'signed', 'in_force')),
        ADD CONSTRAINT agreement_check CHECK (coalesce(title_ar, title_fr, title_en) IS NOT NULL),
        ALTER COLUMN version_number SET NOT NULL,
        ALTER COLUMN instrument_type SET NOT NULL,
        ALTER COLUMN legal_state SET NOT NULL;
    `);
  }
}
