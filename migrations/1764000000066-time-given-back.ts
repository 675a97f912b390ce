import { MigrationInterface, QueryRunner } from 'typeorm';

const DAYS = 'due_on,grace_until,';

/** A report stays as it was submitted. `fixed` columns never change; `days` says when its days do. */
const keepReport = (fixed: string, days: string): string => `
  CREATE OR REPLACE FUNCTION keep_report() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE fixed text[] := '{id,agreement_id,commitment_id,organisation_id,calendar_id,corrects_id,period_from,period_until,${fixed}recorded_on}';
  BEGIN
    IF TG_OP = 'DELETE' THEN
      RAISE EXCEPTION 'a report stays' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(fixed) k)
       <> (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(fixed) k)
      OR NEW.revision <> OLD.revision + 1
      OR OLD.state IN ('superseded', 'withdrawn')
      OR (NEW.content <> OLD.content AND OLD.state NOT IN ('requested', 'missed', 'draft', 'returned')) THEN
      RAISE EXCEPTION 'what was reported stays as it was submitted' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    ${days}
    RETURN NEW;
  END $$;`;

/** What a suspension took of the time to report is given back when it ends; nothing else moves the days. */
export class TimeGivenBack1764000000066 implements MigrationInterface {
  name = 'TimeGivenBack1764000000066';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      keepReport(
        '',
        `IF (NEW.due_on, NEW.grace_until) IS DISTINCT FROM (OLD.due_on, OLD.grace_until)
      AND NOT (NEW.state = OLD.state AND NEW.state IN ('requested', 'draft', 'returned')
        AND NEW.due_on - OLD.due_on = NEW.grace_until - OLD.grace_until AND NEW.due_on > OLD.due_on
        AND EXISTS (SELECT FROM suspension s WHERE s.agreement_id = NEW.agreement_id
          AND s.from_day <= OLD.grace_until
          AND s.ended_on - greatest(s.from_day, OLD.recorded_on) = NEW.due_on - OLD.due_on)) THEN
      RAISE EXCEPTION 'the days of a report move by a suspension' USING ERRCODE = 'integrity_constraint_violation';
    END IF;`,
      ),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(keepReport(DAYS, ''));
  }
}
