import { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations and persons. What is personal stands in one table that can be erased row by row. */
export class Organisations1764000000005 implements MigrationInterface {
  name = 'Organisations1764000000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        name_ar text, name_fr text, name_en text,
        kind text NOT NULL CHECK (kind IN ('company', 'public_body', 'federation', 'training_body', 'other')),
        country text CHECK (country ~ '^[A-Z]{2}$'),
        ice text CHECK (ice ~ '^[0-9]{15}$'),
        note text,
        created_at timestamptz NOT NULL DEFAULT now(),
        search_source text NOT NULL,
        search text GENERATED ALWAYS AS (fold_text(search_source)) STORED,
        CHECK (coalesce(name_ar, name_fr, name_en) IS NOT NULL)
      );
      CREATE UNIQUE INDEX organisation_ice_unique ON organisation (ice) WHERE ice IS NOT NULL;
      CREATE INDEX organisation_search ON organisation USING gin (search gin_trgm_ops);
      CREATE INDEX organisation_by_name ON organisation ((fold_text(coalesce(name_fr, name_en, name_ar))), id);

      CREATE TABLE organisation_variant (
        organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        name text NOT NULL CHECK (name <> ''),
        PRIMARY KEY (organisation_id, name)
      );

      CREATE TABLE person (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        note text,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE personal_value (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('name', 'capacity', 'contact')),
        person_id uuid REFERENCES person (id) ON DELETE CASCADE,
        organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        value text NOT NULL CHECK (value <> ''),
        language text CHECK (language IN ('ar', 'fr', 'en')),
        preferred boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (kind <> 'name' OR person_id IS NOT NULL),
        CHECK (kind <> 'contact' OR (organisation_id IS NOT NULL AND language IS NOT NULL))
      );
      CREATE INDEX personal_value_by_person ON personal_value (person_id, kind);
      CREATE UNIQUE INDEX personal_value_contact_unique
        ON personal_value (organisation_id, lower(value)) WHERE kind = 'contact';
      CREATE INDEX personal_value_name_search ON personal_value USING gin (fold_text(value) gin_trgm_ops)
        WHERE kind = 'name';
      CREATE UNIQUE INDEX personal_value_one_preferred ON personal_value (person_id) WHERE kind = 'name' AND preferred;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE personal_value, person, organisation_variant, organisation;');
  }
}
