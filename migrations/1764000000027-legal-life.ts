import { MigrationInterface, QueryRunner } from 'typeorm';

const RUNNING = ['announced', 'under_negotiation', 'signed', 'in_force', 'suspended'];

/** From which states an action leads where, as the table of the domain has it. */
const WAYS: readonly (readonly [action: string, from: readonly string[], to: string])[] = [
  ['negotiate', ['announced'], 'under_negotiation'],
  ['sign', ['under_negotiation'], 'signed'],
  ['put_in_force', ['signed'], 'in_force'],
  ['suspend', ['in_force'], 'suspended'],
  ['resume', ['suspended'], 'in_force'],
  ['fulfil', ['signed', 'in_force'], 'fulfilled'],
  ['close_partially', ['signed', 'in_force', 'suspended'], 'closed_partially'],
  ['terminate', ['signed', 'in_force', 'suspended'], 'terminated'],
  ['expire', ['signed', 'in_force', 'suspended'], 'expired'],
  ['lapse', ['announced', 'under_negotiation', 'signed'], 'lapsed'],
  ['supersede', RUNNING, 'superseded'],
];
const ENDING = WAYS.filter(([, , to]) => !RUNNING.includes(to));

const tuples = [
  ...WAYS.flatMap(([action, from, to]) => from.map((state) => [action, state, to])),
  ...ENDING.flatMap(([, from, to]) => from.map((state) => ['reopen', to, state])),
]
  .map((words) => `(${words.map((word) => `'${word}'`).join(', ')})`)
  .join(', ');

/** The legal life of agreements: every step with what proves it, and what steps ask for and decide. */
export class LegalLife1764000000027 implements MigrationInterface {
  name = 'LegalLife1764000000027';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE legal_step (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        number integer NOT NULL CHECK (number > 0),
        action text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        on_stated text NOT NULL,
        on_first_day date NOT NULL,
        on_last_day date NOT NULL CHECK (on_last_day >= on_first_day),
        reason text,
        file_id uuid,
        file_sha256 text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
        source_id uuid REFERENCES source (id),
        details jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(details) = 'object'),
        taken_by text NOT NULL,
        on_behalf_of text,
        agreed_by text,
        version_number integer,
        recorded_on date NOT NULL,
        taken_at timestamptz NOT NULL,
        CONSTRAINT legal_step_numbered UNIQUE (agreement_id, number),
        FOREIGN KEY (agreement_id, version_number) REFERENCES agreement_version (agreement_id, number)
          ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        -- Nothing happens that the table of states does not know, nor before it could have happened.
        CONSTRAINT legal_step_known CHECK ((action, from_state, to_state) IN (${tuples})),
        CHECK (on_first_day <= recorded_on),
        CHECK (action NOT IN ('suspend', 'close_partially', 'terminate', 'lapse', 'supersede', 'reopen')
          OR reason IS NOT NULL),
        CHECK ((file_id IS NULL) = (file_sha256 IS NULL)),
        CONSTRAINT legal_step_signing_proven CHECK (action <> 'sign' OR num_nonnulls(file_id, source_id) > 0),
        CHECK (agreed_by IS NULL OR action = 'reopen' AND agreed_by <> taken_by),
        CHECK (action NOT IN ('negotiate', 'sign', 'put_in_force') OR version_number IS NOT NULL)
      );
      CREATE INDEX legal_step_by_time ON legal_step (agreement_id, number DESC);

      -- A step follows the one before it, and stays.
      CREATE FUNCTION follow_legal_step() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE before legal_step;
      BEGIN
        SELECT * INTO before FROM legal_step WHERE agreement_id = NEW.agreement_id ORDER BY number DESC LIMIT 1;
        IF NEW.number <> coalesce(before.number, 0) + 1 THEN
          RAISE EXCEPTION 'a legal step follows the one before it' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        -- A file that proves it is one of this agreement; their table comes with a later migration.
        IF NEW.file_id IS NOT NULL AND NOT EXISTS (SELECT FROM agreement_file f WHERE f.id = NEW.file_id
          AND f.agreement_id = NEW.agreement_id AND f.sha256 = NEW.file_sha256 AND f.withdrawn_at IS NULL) THEN
          RAISE EXCEPTION 'the file is none of this agreement' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER legal_step_follows BEFORE INSERT ON legal_step
        FOR EACH ROW EXECUTE FUNCTION follow_legal_step();
      CREATE FUNCTION keep_legal_step() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a legal step does not change' USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER legal_step_kept BEFORE UPDATE ON legal_step
        FOR EACH ROW EXECUTE FUNCTION keep_legal_step();

      CREATE TABLE condition_precedent (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        number integer NOT NULL CHECK (number > 0),
        text_ar text, text_fr text, text_en text,
        due_stated text,
        due_last_day date,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ticked', 'waived')),
        decided_on date,
        reason text,
        source_id uuid REFERENCES source (id),
        decided_by text,
        decided_at timestamptz,
        recorded_by text NOT NULL,
        recorded_on date NOT NULL,
        CONSTRAINT condition_precedent_numbered UNIQUE (agreement_id, number),
        CHECK (coalesce(text_ar, text_fr, text_en) IS NOT NULL),
        CHECK (num_nulls(due_stated, due_last_day) IN (0, 2)),
        CHECK (num_nulls(decided_on, decided_by, decided_at) = CASE state WHEN 'open' THEN 3 ELSE 0 END),
        CHECK (state <> 'waived' OR reason IS NOT NULL),
        CHECK (state <> 'open' OR num_nonnulls(reason, source_id) = 0)
      );

      CREATE TABLE suspension (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        ground text NOT NULL,
        from_day date NOT NULL,
        expected_end date CHECK (expected_end > from_day),
        begun_by_step integer NOT NULL,
        ended_on date CHECK (ended_on >= from_day),
        ended_by_step integer CHECK (ended_by_step > begun_by_step),
        shift_rule text CHECK (shift_rule IN ('whole_interval', 'none', 'new_dates')),
        new_dates jsonb CHECK (jsonb_typeof(new_dates) = 'array'),
        CHECK (num_nulls(ended_on, ended_by_step, shift_rule) IN (0, 3)),
        CHECK ((shift_rule IS NOT DISTINCT FROM 'new_dates') = (new_dates IS NOT NULL)),
        FOREIGN KEY (agreement_id, begun_by_step) REFERENCES legal_step (agreement_id, number) ON DELETE CASCADE,
        FOREIGN KEY (agreement_id, ended_by_step) REFERENCES legal_step (agreement_id, number) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX suspension_one_open ON suspension (agreement_id) WHERE ended_on IS NULL;
      CREATE INDEX suspension_by_agreement ON suspension (agreement_id, from_day);

      CREATE TABLE successor_mapping (
        agreement_id uuid NOT NULL,
        step_number integer NOT NULL,
        commitment_id uuid NOT NULL,
        successor_agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        fate text NOT NULL CHECK (fate IN ('carried_over', 'changed', 'dropped')),
        successor_commitment_id uuid,
        reason text,
        PRIMARY KEY (agreement_id, step_number, commitment_id),
        FOREIGN KEY (agreement_id, step_number) REFERENCES legal_step (agreement_id, number) ON DELETE CASCADE,
        CHECK (successor_agreement_id <> agreement_id),
        CHECK ((fate = 'dropped') = (successor_commitment_id IS NULL)),
        CHECK (fate <> 'dropped' OR reason IS NOT NULL)
      );
      CREATE INDEX successor_mapping_back ON successor_mapping (successor_agreement_id);

      -- Late, one director agrees that another reopens an agreement as it now stands; any change voids it.
      CREATE TABLE reopening_consent (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        revision integer NOT NULL CHECK (revision > 0),
        reason text NOT NULL,
        given_by text NOT NULL,
        given_on date NOT NULL,
        given_at timestamptz NOT NULL,
        CONSTRAINT reopening_consent_once UNIQUE (agreement_id, revision, given_by)
      );

      -- Few agreements do not run; lists of promises leave them out by their keys.
      CREATE INDEX agreement_not_running ON agreement (legal_state)
        WHERE legal_state NOT IN ('announced', 'under_negotiation', 'signed', 'in_force');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX agreement_not_running;
      DROP TABLE reopening_consent, successor_mapping, suspension, condition_precedent, legal_step;
      DROP FUNCTION follow_legal_step(), keep_legal_step();
    `);
  }
}
