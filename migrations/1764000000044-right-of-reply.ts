import { MigrationInterface, QueryRunner } from 'typeorm';

/** What keeps a decision from being recorded; `unheard` for what nobody may be blamed for before they could reply. */
const checkDecision = (unheard: string): string => `
  CREATE OR REPLACE FUNCTION check_decision() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE promise record;
  BEGIN
    SELECT c.last_day, a.legal_state INTO promise FROM commitment c JOIN agreement a ON a.id = c.agreement_id
     WHERE c.id = NEW.commitment_id AND c.agreement_id = NEW.agreement_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a decision is about a promise of its agreement' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF promise.legal_state IN ('announced', 'under_negotiation') THEN
      RAISE EXCEPTION 'what nobody signed is not settled' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.outcome LIKE 'closed%'
      AND (promise.legal_state = 'suspended' OR coalesce(promise.last_day >= NEW.recorded_on, true)) THEN
      RAISE EXCEPTION 'a promise is closed after its last day' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    ${unheard}
    IF NEW.file_id IS NOT NULL AND NOT EXISTS (SELECT FROM agreement_file f WHERE f.id = NEW.file_id
      AND f.agreement_id = NEW.agreement_id AND f.withdrawn_at IS NULL) THEN
      RAISE EXCEPTION 'the file is none of this agreement' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;`;

/** Notices before an adverse word, and what whoever promised replies. */
export class RightOfReply1764000000044 implements MigrationInterface {
  name = 'RightOfReply1764000000044';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reply_notice (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id),
        -- A new version replaces the rows of commitments; the notice stays, under the id that they keep.
        commitment_id uuid NOT NULL,
        organisation_id uuid NOT NULL REFERENCES organisation (id),
        word text NOT NULL CHECK (word IN ('overdue', 'closed_not_met')),
        last_day date NOT NULL,
        channel text NOT NULL CHECK (channel IN ('mail', 'letter')),
        sent_on date NOT NULL CHECK (sent_on > last_day AND sent_on <= recorded_on),
        replies_until date NOT NULL CHECK (replies_until > sent_on),
        recorded_by text NOT NULL,
        recorded_on date NOT NULL,
        reply text CHECK (reply <> ''),
        replied_by text,
        replied_on date CHECK (replied_on >= sent_on),
        on_behalf boolean NOT NULL DEFAULT false,
        CHECK (num_nulls(reply, replied_by, replied_on) IN (0, 3))
      );
      COMMENT ON COLUMN reply_notice.last_day IS 'the deadline it is about: when that moves, another notice is needed';
      CREATE UNIQUE INDEX reply_notice_one_a_word ON reply_notice (commitment_id, word, last_day);
      CREATE INDEX reply_notice_by_agreement ON reply_notice (agreement_id, id);
      CREATE INDEX reply_notice_by_organisation ON reply_notice (organisation_id, id);

      CREATE FUNCTION keep_notice() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.reply IS NOT NULL
          OR to_jsonb(NEW) - '{reply,replied_by,replied_on,on_behalf}'::text[]
             <> to_jsonb(OLD) - '{reply,replied_by,replied_on,on_behalf}'::text[] THEN
          RAISE EXCEPTION 'a notice is replied to once and never changed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER reply_notice_kept BEFORE UPDATE OR DELETE ON reply_notice
        FOR EACH ROW EXECUTE FUNCTION keep_notice();

      CREATE VIEW past.reply_notice WITH (security_invoker = true) AS
        SELECT n.id, n.agreement_id, n.commitment_id, n.organisation_id, n.word, n.last_day, n.channel, n.sent_on,
               n.replies_until, n.recorded_on, CASE WHEN n.replied_on <= past.day() THEN n.reply END AS reply,
               CASE WHEN n.replied_on <= past.day() THEN n.replied_on END AS replied_on
          FROM public.reply_notice n WHERE n.recorded_on <= past.day();
    `);
    await db.query(
      checkDecision(`IF NEW.outcome = 'closed_not_met' AND NOT EXISTS (SELECT FROM reply_notice n
      WHERE n.commitment_id = NEW.commitment_id AND n.word = 'closed_not_met' AND n.last_day = promise.last_day
        AND n.replies_until < NEW.recorded_on) THEN
      RAISE EXCEPTION 'whoever promised could not reply yet' USING ERRCODE = 'integrity_constraint_violation';
    END IF;`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(checkDecision(''));
    await db.query(`
      DROP VIEW past.reply_notice;
      DROP TABLE reply_notice CASCADE;
      DROP FUNCTION keep_notice();
    `);
  }
}
