import { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  ...['deadline_ahead', 'deadline_passed', 'deadline_moved', 'impossible_data', 'agreement_suspended'],
  ...['agreement_resumed', 'report_decided', 'report_due', 'report_waiting', 'report_returned', 'stale_data'],
  ...['forecast_crosses', 'version_submitted', 'version_verified', 'version_returned', 'no_follow_up'],
  'suspension_ends',
];
const rules = (codes: readonly string[]) => `
      ALTER TABLE alert_condition
        DROP CONSTRAINT alert_condition_rule_check,
        ADD CONSTRAINT alert_condition_rule_check CHECK (rule IN (${codes.map((code) => `'${code}'`).join(', ')}));`;

/** Alerts about amendments that move no deadline. */
export class AlertsOfAmendments1764000000052 implements MigrationInterface {
  name = 'AlertsOfAmendments1764000000052';

  async up(db: QueryRunner): Promise<void> {
    await db.query(rules([...BEFORE, 'agreement_amended']));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM alert_condition WHERE rule = 'agreement_amended'`);
    await db.query(rules(BEFORE));
  }
}
