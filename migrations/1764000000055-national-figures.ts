import { MigrationInterface, QueryRunner } from 'typeorm';

const ABSENCES = `('not_stated', 'unknown')`;
const QUALIFIERS = `('exactly', 'at_least', 'more_than', 'about', 'up_to', 'not_stated')`;

/** What an indicator means, by which methods it is observed, and every value that was corrected since. */
export class NationalFigures1764000000055 implements MigrationInterface {
  name = 'NationalFigures1764000000055';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE indicator
        ADD COLUMN definition_ar text, ADD COLUMN definition_fr text, ADD COLUMN definition_en text,
        ADD COLUMN unit text,
        -- Which promises of the register stand beside it, and how many of their units make one of its own.
        ADD COLUMN promised_kind text, ADD COLUMN promised_unit text,
        ADD COLUMN promised_per_unit numeric(18, 6) CHECK (promised_per_unit > 0),
        ADD CHECK (num_nulls(promised_kind, promised_unit, promised_per_unit) IN (0, 3));
      UPDATE indicator i SET unit = coalesce(
        (SELECT min(f.unit) FROM indicator_figure f WHERE f.indicator_code = i.code), 'not_stated');
      ALTER TABLE indicator ALTER COLUMN unit SET NOT NULL, ADD CHECK (unit <> ''),
        ADD CONSTRAINT indicator_unit UNIQUE (code, unit);

      CREATE TABLE indicator_series (
        indicator_code text NOT NULL REFERENCES indicator (code),
        code text NOT NULL CHECK (code <> ''),
        -- A method observes, a plan sets targets.
        kind text NOT NULL CHECK (kind IN ('method', 'plan')),
        name_ar text, name_fr text, name_en text,
        PRIMARY KEY (indicator_code, code),
        CHECK (coalesce(name_ar, name_fr, name_en) IS NOT NULL)
      );
      INSERT INTO indicator_series (indicator_code, code, kind, name_en)
        SELECT indicator_code, series, CASE min(kind) WHEN 'observation' THEN 'method' ELSE 'plan' END, series
          FROM indicator_figure GROUP BY indicator_code, series;

      ALTER TABLE indicator_figure
        -- By which method a target is measured; null where the paper does not say.
        ADD COLUMN measured_in text,
        ADD CHECK (measured_in IS NULL OR kind = 'target'),
        ADD CONSTRAINT indicator_figure_unit FOREIGN KEY (indicator_code, unit) REFERENCES indicator (code, unit),
        ADD CONSTRAINT indicator_figure_series
          FOREIGN KEY (indicator_code, series) REFERENCES indicator_series (indicator_code, code),
        ADD CONSTRAINT indicator_figure_measured_in
          FOREIGN KEY (indicator_code, measured_in) REFERENCES indicator_series (indicator_code, code);

      -- A stock at the end of a year and what the year brought are two figures.
      DROP INDEX indicator_figure_once;
      CREATE UNIQUE INDEX indicator_figure_once ON indicator_figure
        (indicator_code, kind, nature, series, coalesce(period, ''), coalesce(sector_code, ''));

      CREATE TABLE indicator_figure_correction (
        figure_id uuid NOT NULL REFERENCES indicator_figure (id),
        number integer NOT NULL CHECK (number > 0),
        value numeric(18, 6) NOT NULL,
        period text,
        period_absence text CHECK (period_absence IN ${ABSENCES}),
        qualifier text NOT NULL CHECK (qualifier IN ${QUALIFIERS}),
        note text,
        reason text NOT NULL CHECK (reason <> ''),
        corrected_by text NOT NULL,
        corrected_on date NOT NULL,
        PRIMARY KEY (figure_id, number),
        CHECK (num_nonnulls(period, period_absence) = 1)
      );
      COMMENT ON TABLE indicator_figure_correction IS 'what a figure read before each of its corrections';
      CREATE TRIGGER indicator_figure_correction_kept BEFORE UPDATE OR DELETE ON indicator_figure_correction
        FOR EACH ROW EXECUTE FUNCTION keep_row();

      -- A figure is corrected and never taken away: what it read before is among its corrections.
      CREATE FUNCTION keep_figure() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE fixed text[] := '{id,indicator_code,kind,nature,series,unit,sector_code,measured_in,source_id,source_absence}';
      BEGIN
        IF TG_OP = 'DELETE'
          OR (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(fixed) k)
             <> (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(fixed) k)
          OR NOT EXISTS (SELECT FROM indicator_figure_correction c
                          WHERE c.figure_id = OLD.id AND c.number = OLD.revision
                            AND c.value = OLD.value AND c.period IS NOT DISTINCT FROM OLD.period) THEN
          RAISE EXCEPTION 'a figure changes with what it read before, and stays' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER indicator_figure_kept BEFORE UPDATE OR DELETE ON indicator_figure
        FOR EACH ROW EXECUTE FUNCTION keep_figure();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER indicator_figure_kept ON indicator_figure;
      DROP FUNCTION keep_figure;
      DROP TABLE indicator_figure_correction;
      DROP INDEX indicator_figure_once;
      CREATE UNIQUE INDEX indicator_figure_once ON indicator_figure
        (indicator_code, kind, series, coalesce(period, ''), coalesce(sector_code, ''));
      ALTER TABLE indicator_figure DROP COLUMN measured_in, DROP CONSTRAINT indicator_figure_unit,
        DROP CONSTRAINT indicator_figure_series;
      DROP TABLE indicator_series;
      ALTER TABLE indicator DROP CONSTRAINT indicator_unit, DROP COLUMN unit, DROP COLUMN definition_ar,
        DROP COLUMN definition_fr, DROP COLUMN definition_en, DROP COLUMN promised_kind, DROP COLUMN promised_unit,
        DROP COLUMN promised_per_unit;
    `);
  }
}
