import { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  ...['deadline_ahead', 'deadline_passed', 'deadline_moved', 'impossible_data', 'agreement_suspended'],
  'agreement_resumed',
];
const FACTS = ['report_due', 'report_waiting', 'report_returned', 'stale_data', 'forecast_crosses'];
const SUBJECTS = ['commitment', 'milestone', 'agreement', 'finding'];
const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** What alerts may be about, by which rules, and to whom. */
const ledger = (subjects: readonly string[], rules: readonly string[], recipients: string) => `
      ALTER TABLE alert_condition
        DROP CONSTRAINT alert_condition_subject_type_check,
        DROP CONSTRAINT alert_condition_rule_check,
        ADD CONSTRAINT alert_condition_subject_type_check CHECK (subject_type IN (${list(subjects)})),
        ADD CONSTRAINT alert_condition_rule_check CHECK (rule IN (${list(rules)}));
      ALTER TABLE alert_occurrence
        DROP CONSTRAINT alert_occurrence_subject_type_check,
        ADD CONSTRAINT alert_occurrence_subject_type_check CHECK (subject_type IN (${list(subjects)}));
      ALTER TABLE alert_notification
        DROP CONSTRAINT alert_notification_recipient_check,
        ADD CONSTRAINT alert_notification_recipient_check CHECK (recipient ~ '^(${recipients}):');`;

const withdrawn = (reasons: readonly string[]) => `
      DROP INDEX alert_notification_withdrawn;
      CREATE INDEX alert_notification_withdrawn ON alert_notification (occurrence_id)
        WHERE state = 'suppressed' AND reason IN (${list(reasons)});`;

const standingOfThen = (column: string) => `
      CREATE VIEW past.delivery_standing WITH (security_invoker = true) AS
        SELECT s.commitment_id, s.agreement_id, s.reached, s.before_deadline, s.after_deadline, s.recorded_on,
               NULL::date AS replaced_on${column}
          FROM public.delivery_standing s
         WHERE s.recorded_on <= past.day() AND (s.replaced_on IS NULL OR s.replaced_on > past.day());`;

/** Alerts about facts that last: reports that are due, wait or were returned, stale data, forecasts past a deadline. */
export class AlertFacts1764000000050 implements MigrationInterface {
  name = 'AlertFacts1764000000050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${ledger([...SUBJECTS, 'report'], [...BEFORE, 'report_decided', ...FACTS], 'position|organisation|representatives|party|role')}
      -- From which day the steps of a fact are counted, and how much of them had passed before it.
      ALTER TABLE alert_condition
        ADD COLUMN counted_from date,
        ADD COLUMN spent integer NOT NULL DEFAULT 0 CHECK (spent >= 0),
        ADD CONSTRAINT alert_condition_counted
          CHECK (rule NOT IN (${list(FACTS)}) OR num_nulls(deadline_date, counted_from) = 0);
      CREATE INDEX alert_condition_counting ON alert_condition (rule, counted_from)
        WHERE state IN ('open', 'acknowledged') AND counted_from IS NOT NULL;
      ALTER TABLE alert_occurrence ADD COLUMN digest boolean NOT NULL DEFAULT false;
      ALTER TABLE alert_notification ADD COLUMN digest boolean NOT NULL DEFAULT false;
      CREATE INDEX alert_notification_gathering ON alert_notification (send_after, recipient)
        WHERE digest AND state = 'queued' AND lead_id IS NULL;
      ${withdrawn(['deadline_moved', 'not_live', 'suspended', 'fact_ended'])}
    `);
    await db.query(`
      ALTER TABLE delivery_standing ADD COLUMN crosses_since date CHECK (crosses_since <= recorded_on);
      COMMENT ON COLUMN delivery_standing.crosses_since IS 'when the forecast was first found past the deadline, where it still is';
      CREATE INDEX delivery_standing_crossing ON delivery_standing (commitment_id)
        WHERE replaced_on IS NULL AND crosses_since IS NOT NULL;
      DROP VIEW past.delivery_standing;
      ${standingOfThen(', s.crosses_since')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP VIEW past.delivery_standing;
      ${standingOfThen('')}
      ALTER TABLE delivery_standing DROP COLUMN crosses_since;
      DELETE FROM alert_condition WHERE rule IN (${list(['report_decided', ...FACTS])});
      DROP INDEX alert_notification_gathering;
      ALTER TABLE alert_notification DROP COLUMN digest;
      ALTER TABLE alert_occurrence DROP COLUMN digest;
      ALTER TABLE alert_condition DROP COLUMN counted_from, DROP COLUMN spent;
      ${ledger(SUBJECTS, BEFORE, 'position|organisation|party|role')}
      ${withdrawn(['deadline_moved', 'not_live', 'suspended'])}
    `);
  }
}
