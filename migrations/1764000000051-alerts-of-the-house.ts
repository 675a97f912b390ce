import { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  ...['deadline_ahead', 'deadline_passed', 'deadline_moved', 'impossible_data', 'agreement_suspended'],
  ...['agreement_resumed', 'report_decided', 'report_due', 'report_waiting', 'report_returned', 'stale_data'],
  'forecast_crosses',
];
const FACTS_BEFORE = ['report_due', 'report_waiting', 'report_returned', 'stale_data', 'forecast_crosses'];
const NEW = ['version_submitted', 'version_verified', 'version_returned', 'no_follow_up', 'suspension_ends'];
const SUBJECTS = ['commitment', 'milestone', 'agreement', 'finding', 'report'];
const RECIPIENTS = 'position|organisation|representatives|party|role';
const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** What alerts may be about, by which rules, and to whom. */
const ledger = (
  subjects: readonly string[],
  rules: readonly string[],
  facts: readonly string[],
  recipients: string,
) => `
      ALTER TABLE alert_condition
        DROP CONSTRAINT alert_condition_subject_type_check,
        DROP CONSTRAINT alert_condition_rule_check,
        DROP CONSTRAINT alert_condition_counted,
        ADD CONSTRAINT alert_condition_subject_type_check CHECK (subject_type IN (${list(subjects)})),
        ADD CONSTRAINT alert_condition_rule_check CHECK (rule IN (${list(rules)})),
        ADD CONSTRAINT alert_condition_counted
          CHECK (rule NOT IN (${list(facts)}) OR num_nulls(deadline_date, counted_from) = 0);
      ALTER TABLE alert_occurrence
        DROP CONSTRAINT alert_occurrence_subject_type_check,
        ADD CONSTRAINT alert_occurrence_subject_type_check CHECK (subject_type IN (${list(subjects)}));
      ALTER TABLE alert_notification
        DROP CONSTRAINT alert_notification_recipient_check,
        ADD CONSTRAINT alert_notification_recipient_check CHECK (recipient ~ '^(${recipients}):');`;

/** Alerts about what waits in the house: drafts, memoranda that nothing follows, suspensions that should end. */
export class AlertsOfTheHouse1764000000051 implements MigrationInterface {
  name = 'AlertsOfTheHouse1764000000051';

  async up(db: QueryRunner): Promise<void> {
    const facts = [...FACTS_BEFORE, ...NEW];
    await db.query(ledger([...SUBJECTS, 'draft'], [...BEFORE, ...NEW], facts, `${RECIPIENTS}|drafters`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM alert_condition WHERE rule IN (${list(NEW)})`);
    await db.query(ledger(SUBJECTS, BEFORE, FACTS_BEFORE, RECIPIENTS));
  }
}
