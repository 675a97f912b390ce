import { MigrationInterface, QueryRunner } from 'typeorm';

const NAMES = `name_ar text, name_fr text, name_en text,
        CHECK (coalesce(name_ar, name_fr, name_en) IS NOT NULL)`;

/** The country: regions, zones, sectors, holidays; and which profile the register began with. */
export class Reference1764000000004 implements MigrationInterface {
  name = 'Reference1764000000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE country_profile (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        code text NOT NULL,
        loaded_at timestamptz NOT NULL
      );

      CREATE TABLE region (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        code text NOT NULL CONSTRAINT region_code_unique UNIQUE CHECK (code ~ '^[A-Z0-9]{2}-[A-Z0-9]{1,3}$'),
        ${NAMES},
        seat text
      );

      CREATE TABLE zone (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        code text NOT NULL CONSTRAINT zone_code_unique UNIQUE,
        ${NAMES},
        city text,
        region_code text NOT NULL REFERENCES region (code),
        kind text NOT NULL CHECK (kind ~ '^[a-z0-9_]+$'),
        manager text,
        status text NOT NULL CHECK (status IN ('operating', 'planned', 'closed')),
        note text
      );

      CREATE TABLE sector (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        code text NOT NULL CONSTRAINT sector_code_unique UNIQUE,
        ${NAMES},
        examples text[] NOT NULL DEFAULT '{}'
      );

      CREATE TABLE holiday (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        key text NOT NULL CONSTRAINT holiday_key_unique UNIQUE,
        kind text NOT NULL CHECK (kind IN ('fixed', 'lunar', 'dated')),
        ${NAMES},
        month_day text CHECK (month_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
        since_year integer CHECK (since_year BETWEEN 1900 AND 2199),
        usual_days integer CHECK (usual_days BETWEEN 1 AND 10),
        feast_key text REFERENCES holiday (key),
        first_day date,
        days integer CHECK (days BETWEEN 1 AND 10),
        status text NOT NULL CHECK (status IN ('fixed', 'announced_yearly', 'announced', 'estimated')),
        note text,
        CHECK ((kind = 'fixed') = (month_day IS NOT NULL)),
        CHECK ((kind = 'lunar') = (usual_days IS NOT NULL)),
        CHECK ((kind = 'dated') = (first_day IS NOT NULL AND days IS NOT NULL)),
        CHECK (kind = 'dated' OR (first_day IS NULL AND days IS NULL AND feast_key IS NULL)),
        CHECK (CASE kind WHEN 'fixed' THEN status = 'fixed' WHEN 'lunar' THEN status = 'announced_yearly'
               ELSE status IN ('announced', 'estimated') END)
      );
      CREATE UNIQUE INDEX holiday_once_a_day ON holiday (feast_key, first_day) WHERE kind = 'dated';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE holiday, sector, zone, region, country_profile;');
  }
}
