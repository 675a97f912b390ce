import { MigrationInterface, QueryRunner } from 'typeorm';

const REFUSED = `USING ERRCODE = 'integrity_constraint_violation'`;

/** Who promised was told of the deadline as it stands, and could reply; `n` is the notice. */
const HEARD = `SELECT FROM reply_notice n
      WHERE n.commitment_id = NEW.commitment_id AND n.last_day = promise.last_day
        AND staying_organisation(n.organisation_id) = promise.organisation_id
        AND coalesce(n.mail_state, 'sent') = 'sent' AND n.replies_until < NEW.recorded_on`;

/** As migration 46 has it. */
const HEARD_BEFORE = `IF NEW.outcome = 'closed_not_met' AND NOT EXISTS (SELECT FROM reply_notice n
      WHERE n.commitment_id = NEW.commitment_id AND n.word = 'closed_not_met' AND n.last_day = promise.last_day
        AND n.replies_until < NEW.recorded_on) THEN`;

/** Whom nobody names nobody can tell: such a promise is closed as anything but not met. */
const HEARD_NOW = `IF (NEW.outcome = 'closed_not_met' AND NOT EXISTS (${HEARD} AND n.word = 'closed_not_met'))
      OR (NEW.outcome IN ('closed_partial', 'closed_unknown') AND promise.organisation_id IS NOT NULL
        AND NOT EXISTS (${HEARD})) THEN`;

const checkDecision = (heard: string): string => `
  CREATE OR REPLACE FUNCTION check_decision() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE promise record;
  BEGIN
    SELECT c.last_day, a.legal_state, p.organisation_id,
           CASE c.measure WHEN 'quantity' THEN c.value WHEN 'completion' THEN 3 END AS target
      INTO promise FROM commitment c JOIN agreement a ON a.id = c.agreement_id
      LEFT JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id
     WHERE c.id = NEW.commitment_id AND c.agreement_id = NEW.agreement_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a decision is about a promise of its agreement' ${REFUSED};
    END IF;
    IF promise.legal_state IN ('announced', 'under_negotiation') THEN
      RAISE EXCEPTION 'what nobody signed is not settled' ${REFUSED};
    END IF;
    IF NEW.outcome LIKE 'closed%'
      AND (promise.legal_state = 'suspended' OR coalesce(promise.last_day >= NEW.recorded_on, true)) THEN
      RAISE EXCEPTION 'a promise is closed after its last day' ${REFUSED};
    END IF;
    IF NEW.outcome LIKE 'closed%' AND promise.target > 0 AND EXISTS (SELECT FROM accepted_observation o
      WHERE o.commitment_id = NEW.commitment_id AND o.superseded_on IS NULL AND o.value >= promise.target) THEN
      RAISE EXCEPTION 'a promise that was met is not closed' ${REFUSED};
    END IF;
    ${heard}
      RAISE EXCEPTION 'whoever promised could not reply yet' ${REFUSED};
    END IF;
    IF NEW.file_id IS NOT NULL AND NOT EXISTS (SELECT FROM agreement_file f WHERE f.id = NEW.file_id
      AND f.agreement_id = NEW.agreement_id AND f.withdrawn_at IS NULL) THEN
      RAISE EXCEPTION 'the file is none of this agreement' ${REFUSED};
    END IF;
    RETURN NEW;
  END $$;`;

const keepNotice = (waiting: string): string => `
  CREATE OR REPLACE FUNCTION keep_notice() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE open_ones text[] := '{reply,replied_by,replied_on,on_behalf}';
  BEGIN
    ${waiting}
    IF TG_OP = 'DELETE' OR OLD.reply IS NOT NULL OR to_jsonb(NEW) - open_ones <> to_jsonb(OLD) - open_ones THEN
      RAISE EXCEPTION 'a notice is replied to once and never changed' ${REFUSED};
    END IF;
    RETURN NEW;
  END $$;`;

/** A notice by mail is one that the register sends; it counts for whoever owes the promise now. */
export class NoticesSent1764000000049 implements MigrationInterface {
  name = 'NoticesSent1764000000049';

  async up(db: QueryRunner): Promise<void> {
    // Until now officers wrote down that a mail had gone out: that stays as they said it.
    await db.query(`
      ALTER TABLE reply_notice ADD COLUMN mail_state text CHECK (mail_state IN ('waiting', 'sent', 'failed'));
      ALTER TABLE reply_notice DISABLE TRIGGER reply_notice_kept;
      UPDATE reply_notice SET mail_state = 'sent' WHERE channel = 'mail';
      ALTER TABLE reply_notice ENABLE TRIGGER reply_notice_kept;
      ALTER TABLE reply_notice ADD CONSTRAINT reply_notice_mailed CHECK ((channel = 'mail') = (mail_state IS NOT NULL));
      COMMENT ON COLUMN reply_notice.mail_state IS 'what became of the mail; a notice counts once the mail server took it';
      DO $$
      DECLARE one text;
      BEGIN
        FOR one IN SELECT conname FROM pg_constraint WHERE conrelid = 'reply_notice'::regclass AND contype = 'c'
          AND pg_get_constraintdef(oid) LIKE '%sent_on <= recorded_on%' LOOP
          EXECUTE format('ALTER TABLE reply_notice DROP CONSTRAINT %I', one);
        END LOOP;
      END $$;
      ALTER TABLE reply_notice ADD CONSTRAINT reply_notice_sent CHECK (sent_on > last_day
        AND (channel = 'mail' OR sent_on <= recorded_on));
      DROP INDEX reply_notice_one_a_word;
      CREATE UNIQUE INDEX reply_notice_one_a_word ON reply_notice (commitment_id, word, last_day, organisation_id)
        WHERE mail_state IS DISTINCT FROM 'failed';
    `);
    await db.query(
      keepNotice(`IF TG_OP = 'UPDATE' AND OLD.mail_state = 'waiting' AND NEW.sent_on >= OLD.recorded_on THEN
      open_ones := open_ones || '{mail_state,sent_on,replies_until}'::text[];
    END IF;`),
    );
    await db.query(checkDecision(HEARD_NOW));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(checkDecision(HEARD_BEFORE));
    await db.query(keepNotice(''));
    await db.query(`
      DROP INDEX reply_notice_one_a_word;
      CREATE UNIQUE INDEX reply_notice_one_a_word ON reply_notice (commitment_id, word, last_day);
      ALTER TABLE reply_notice DROP CONSTRAINT reply_notice_sent, DROP COLUMN mail_state,
        ADD CHECK (sent_on > last_day AND sent_on <= recorded_on) NOT VALID;
    `);
  }
}
