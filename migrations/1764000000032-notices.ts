import { MigrationInterface, QueryRunner } from 'typeorm';

const WITHDRAWN = (reasons: string) => `
      DROP INDEX alert_notification_withdrawn;
      CREATE INDEX alert_notification_withdrawn ON alert_notification (occurrence_id)
        WHERE state = 'suppressed' AND reason IN (${reasons});`;

/** Alerts about an agreement as a whole, and about what the nightly search found in it. */
export class Notices1764000000032 implements MigrationInterface {
  name = 'Notices1764000000032';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE alert_condition
        DROP CONSTRAINT alert_condition_subject_type_check,
        DROP CONSTRAINT alert_condition_rule_check,
        ADD CONSTRAINT alert_condition_subject_type_check
          CHECK (subject_type IN ('commitment', 'milestone', 'agreement', 'finding')),
        ADD CONSTRAINT alert_condition_rule_check CHECK (rule IN ('deadline_ahead', 'deadline_passed', 'deadline_moved',
          'impossible_data', 'agreement_suspended', 'agreement_resumed'));
      ALTER TABLE alert_occurrence
        DROP CONSTRAINT alert_occurrence_subject_type_check,
        ADD CONSTRAINT alert_occurrence_subject_type_check
          CHECK (subject_type IN ('commitment', 'milestone', 'agreement', 'finding'));
      ${WITHDRAWN(`'deadline_moved', 'not_live', 'suspended'`)}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM alert_condition WHERE subject_type IN ('agreement', 'finding');
      ALTER TABLE alert_condition
        DROP CONSTRAINT alert_condition_subject_type_check,
        DROP CONSTRAINT alert_condition_rule_check,
        ADD CONSTRAINT alert_condition_subject_type_check CHECK (subject_type IN ('commitment', 'milestone')),
        ADD CONSTRAINT alert_condition_rule_check
          CHECK (rule IN ('deadline_ahead', 'deadline_passed', 'deadline_moved'));
      ALTER TABLE alert_occurrence
        DROP CONSTRAINT alert_occurrence_subject_type_check,
        ADD CONSTRAINT alert_occurrence_subject_type_check CHECK (subject_type IN ('commitment', 'milestone'));
      ${WITHDRAWN(`'deadline_moved', 'not_live'`)}
    `);
  }
}
