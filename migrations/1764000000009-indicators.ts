import { MigrationInterface, QueryRunner } from 'typeorm';

/** National figures: what an indicator means, and its observations and targets by method series. */
export class Indicators1764000000009 implements MigrationInterface {
  name = 'Indicators1764000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE indicator (
        code text PRIMARY KEY CHECK (code ~ '^[a-z_]+$'),
        id uuid NOT NULL CONSTRAINT indicator_id_unique UNIQUE,
        name_ar text, name_fr text, name_en text,
        nature text NOT NULL CHECK (nature IN ('stock', 'flow', 'level', 'increment')),
        note text,
        CHECK (coalesce(name_ar, name_fr, name_en) IS NOT NULL)
      );
      CREATE TABLE indicator_figure (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        indicator_code text NOT NULL REFERENCES indicator (code),
        kind text NOT NULL CHECK (kind IN ('observation', 'target')),
        nature text NOT NULL CHECK (nature IN ('stock', 'flow', 'level', 'increment')),
        series text NOT NULL,
        period text,
        period_absence text CHECK (period_absence IN ('not_stated', 'unknown')),
        value numeric(18, 6) NOT NULL,
        unit text NOT NULL,
        qualifier text NOT NULL CHECK (qualifier IN ('exactly', 'at_least', 'more_than', 'about', 'up_to', 'not_stated')),
        sector_code text REFERENCES sector (code),
        note text,
        source_id uuid REFERENCES source (id),
        source_absence text CHECK (source_absence IN ('not_stated', 'unknown')),
        CHECK (num_nonnulls(period, period_absence) = 1),
        CHECK (num_nonnulls(source_id, source_absence) = 1)
      );
      CREATE UNIQUE INDEX indicator_figure_once ON indicator_figure
        (indicator_code, kind, series, coalesce(period, ''), coalesce(sector_code, ''));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE indicator_figure, indicator;');
  }
}
