import { MigrationInterface, QueryRunner } from 'typeorm';

/** The three records of an alert: the condition, its occurrences, and who was told of them. */
export class Alerts1764000000008 implements MigrationInterface {
  name = 'Alerts1764000000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE alert_condition (
        id uuid PRIMARY KEY,
        subject_type text NOT NULL CHECK (subject_type IN ('commitment', 'milestone')),
        subject_id uuid NOT NULL,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        rule text NOT NULL CHECK (rule IN ('deadline_ahead', 'deadline_passed', 'deadline_moved')),
        deadline_date date,
        state text NOT NULL CHECK (state IN ('open', 'acknowledged', 'resolved', 'cancelled')),
        opened_on date NOT NULL,
        closed_on date,
        CONSTRAINT alert_condition_once UNIQUE (subject_id, rule),
        CHECK ((state IN ('resolved', 'cancelled')) = (closed_on IS NOT NULL))
      );
      CREATE INDEX alert_condition_by_agreement ON alert_condition (agreement_id);
      CREATE INDEX alert_condition_open ON alert_condition (rule, deadline_date) WHERE state IN ('open', 'acknowledged');

      CREATE TABLE alert_occurrence (
        id uuid PRIMARY KEY,
        condition_id uuid NOT NULL REFERENCES alert_condition (id) ON DELETE CASCADE,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        subject_type text NOT NULL CHECK (subject_type IN ('commitment', 'milestone')),
        subject_id uuid NOT NULL,
        rule text NOT NULL,
        threshold integer NOT NULL,
        deadline_date date,
        state text NOT NULL CHECK (state IN ('due', 'dispatched', 'suppressed', 'superseded', 'cancelled')),
        reason text,
        catch_up boolean NOT NULL,
        move_id uuid REFERENCES deadline_move (id) ON DELETE CASCADE,
        superseded_by uuid REFERENCES alert_occurrence (id) ON DELETE CASCADE,
        addressed_to text[],
        rule_version integer NOT NULL DEFAULT 1,
        planned_on date NOT NULL,
        planned_at timestamptz NOT NULL,
        CONSTRAINT alert_occurrence_once UNIQUE NULLS NOT DISTINCT (subject_id, rule, threshold, deadline_date),
        CHECK ((rule = 'deadline_moved') = (move_id IS NOT NULL)),
        CHECK (state NOT IN ('suppressed', 'cancelled') OR reason IS NOT NULL),
        CHECK (state NOT IN ('due', 'dispatched') OR addressed_to IS NOT NULL),
        CHECK ((state = 'superseded') = (superseded_by IS NOT NULL))
      );
      CREATE INDEX alert_occurrence_by_condition ON alert_occurrence (condition_id);
      CREATE INDEX alert_occurrence_by_agreement ON alert_occurrence (agreement_id);
      CREATE INDEX alert_occurrence_due ON alert_occurrence (planned_on) WHERE state = 'due';

      CREATE TABLE alert_notification (
        id uuid PRIMARY KEY,
        occurrence_id uuid NOT NULL REFERENCES alert_occurrence (id) ON DELETE CASCADE,
        ledger_key text NOT NULL CONSTRAINT alert_notification_once UNIQUE,
        recipient text NOT NULL CHECK (recipient ~ '^(position|organisation|party|role):'),
        channel text NOT NULL CHECK (channel IN ('mail')),
        state text NOT NULL CHECK (state IN ('queued', 'sent', 'retry', 'bounced', 'dead', 'suppressed')),
        reason text,
        lead_id uuid REFERENCES alert_notification (id) ON DELETE CASCADE,
        send_after timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        last_error text,
        message_id text,
        sent_at timestamptz,
        CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
        CHECK (state <> 'sent' OR message_id IS NOT NULL),
        CHECK (state <> 'suppressed' OR reason IS NOT NULL),
        CHECK (lead_id <> id)
      );
      CREATE INDEX alert_notification_by_occurrence ON alert_notification (occurrence_id);
      CREATE INDEX alert_notification_by_lead ON alert_notification (lead_id) WHERE lead_id IS NOT NULL;
      CREATE INDEX alert_notification_withdrawn ON alert_notification (occurrence_id)
        WHERE state = 'suppressed' AND reason IN ('deadline_moved', 'not_live');
      CREATE INDEX alert_notification_by_mail ON alert_notification (message_id) WHERE message_id IS NOT NULL;
      CREATE INDEX alert_notification_waiting ON alert_notification (send_after) WHERE state IN ('queued', 'retry');

      CREATE TABLE planner_run (
        id uuid PRIMARY KEY,
        business_date date NOT NULL,
        started_at timestamptz NOT NULL,
        occurrences integer NOT NULL CHECK (occurrences >= 0),
        notifications integer NOT NULL CHECK (notifications >= 0)
      );
      CREATE INDEX planner_run_by_time ON planner_run (started_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE planner_run, alert_notification, alert_occurrence, alert_condition;');
  }
}
