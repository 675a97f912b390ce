import { MigrationInterface, QueryRunner } from 'typeorm';

/** What a merge and its undoing leave on record, of organisations and of persons alike. */
const MERGE = (record: string) => `
        id uuid PRIMARY KEY,
        gone_id uuid NOT NULL REFERENCES ${record} (id),
        kept_id uuid NOT NULL REFERENCES ${record} (id),
        reason text NOT NULL CHECK (reason <> ''),
        merged_by text NOT NULL,
        merged_at timestamptz NOT NULL,
        separated_by text,
        separated_at timestamptz CHECK (separated_at >= merged_at),
        separation_reason text CHECK (separation_reason <> ''),
        CONSTRAINT ${record}_merge_of_two CHECK (gone_id <> kept_id),
        CHECK (num_nulls(separated_by, separated_at, separation_reason) IN (0, 3))`;

const NAMES_OF = (alias: string) => `concat_ws(' ', ${alias} ->> 'fr', ${alias} ->> 'en', ${alias} ->> 'ar')`;

/** By the words of then, and the names of today: of a record that was merged, those of the one that stays. */
const SEARCH_SOURCE = (organisation: string) => `
      CREATE OR REPLACE FUNCTION past.search_source(reference text, document jsonb) RETURNS text
      LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT concat_ws(' ', reference, document ->> 'publishedReference', ${NAMES_OF(`document -> 'title'`)},
          replace(document ->> 'instrumentType', '_', ' '), document ->> 'sectorStated',
          document -> 'signing' ->> 'place',
          (SELECT string_agg(city, ' ') FROM jsonb_array_elements(document -> 'commitments') AS c,
            jsonb_array_elements_text(c -> 'place' -> 'cities') AS city),
          (SELECT string_agg(${NAMES_OF(`p -> 'described'`)}, ' ')
             FROM jsonb_array_elements(document -> 'parties') AS p),
          (SELECT string_agg(o.search_source, ' ') FROM jsonb_array_elements(document -> 'parties') AS p
            ${organisation}),
          (SELECT string_agg(concat_ws(' ', r.name_fr, r.name_en, r.name_ar), ' ')
             FROM jsonb_array_elements(document -> 'commitments') AS c,
            jsonb_array_elements_text(c -> 'place' -> 'regionCodes') AS code JOIN public.region r ON r.code = code),
          (SELECT string_agg(concat_ws(' ', z.name_fr, z.name_en, z.name_ar), ' ')
             FROM jsonb_array_elements(document -> 'commitments') AS c,
            jsonb_array_elements_text(c -> 'place' -> 'zoneIds') AS zone JOIN public.zone z ON z.id = zone::uuid))
      $$`;

const PARTY_OF_THEN = (organisationId: string) => `
      CREATE OR REPLACE VIEW past.party WITH (security_invoker = true) AS
        SELECT t.id, t.agreement_id, t.rank, t.role, t.organisation_id, t.described_ar, t.described_fr, t.described_en
          FROM public.party t
         WHERE NOT EXISTS (SELECT FROM public.agreement_version n
                            WHERE n.agreement_id = t.agreement_id AND n.recorded_on > past.day())
        UNION ALL
        SELECT (p.part ->> 'id')::uuid, r.agreement_id, p.place::int - 1, p.part ->> 'role', ${organisationId},
               p.part -> 'described' ->> 'ar', p.part -> 'described' ->> 'fr', p.part -> 'described' ->> 'en'
          FROM past.replaced r CROSS JOIN LATERAL jsonb_array_elements(r.document -> 'parties')
            WITH ORDINALITY AS p (part, place)`;

/** Tables that name organisations and persons: what is projected from documents, and who may act for whom. */
const NAMING = [
  ['party', 'organisation'],
  ['role_grant', 'organisation'],
  ['invitation', 'organisation'],
  ['signatory', 'person'],
] as const;

/** Two records of one organisation or person become one, and two again: the one that goes leads to the one that stays. */
export class Merges1764000000037 implements MigrationInterface {
  name = 'Merges1764000000037';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_merge_into_merged() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE leads_on boolean;
        BEGIN
          EXECUTE format('SELECT EXISTS (SELECT FROM %1$I.%2$I r JOIN %1$I.%2$I s ON s.id = r.merged_into
                           WHERE (r.id = $1 OR s.id = $1) AND s.merged_into IS NOT NULL)', TG_TABLE_SCHEMA, TG_TABLE_NAME)
            INTO leads_on USING NEW.id;
          IF leads_on THEN
            RAISE EXCEPTION 'a record leads to one that was itself merged'
              USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
          END IF;
          RETURN NULL;
        END
      $$;
    `);
    for (const record of ['organisation', 'person']) {
      await db.query(`
        ALTER TABLE ${record} ADD COLUMN merged_into uuid REFERENCES ${record} (id),
          ADD CONSTRAINT ${record}_merged_into_another CHECK (merged_into <> id);
        CREATE INDEX ${record}_by_who_stays ON ${record} (merged_into) WHERE merged_into IS NOT NULL;
        CREATE CONSTRAINT TRIGGER ${record}_leads_to_who_stays AFTER INSERT OR UPDATE OF merged_into ON ${record}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL)
          EXECUTE FUNCTION refuse_merge_into_merged();
      `);
    }
    await db.query(`
      -- The record that went keeps what was said of it, its identifier too.
      DROP INDEX organisation_ice_unique;
      CREATE UNIQUE INDEX organisation_ice_unique ON organisation (ice) WHERE ice IS NOT NULL AND merged_into IS NULL;

      CREATE TABLE organisation_merge (${MERGE('organisation')},
        changes jsonb NOT NULL CHECK (jsonb_typeof(changes) = 'object'),
        moved jsonb NOT NULL CHECK (jsonb_typeof(moved) = 'object')
      );
      COMMENT ON COLUMN organisation_merge.changes IS 'what was taken over into the record that stays: field, from, to';
      COMMENT ON COLUMN organisation_merge.moved IS 'ids of rows that followed and go back, by table';
      CREATE UNIQUE INDEX organisation_merge_in_force ON organisation_merge (gone_id) WHERE separated_at IS NULL;
      CREATE INDEX organisation_merge_by_kept ON organisation_merge (kept_id, id);

      CREATE TABLE person_merge (${MERGE('person')});
      CREATE UNIQUE INDEX person_merge_in_force ON person_merge (gone_id) WHERE separated_at IS NULL;
      CREATE INDEX person_merge_by_kept ON person_merge (kept_id, id);
    `);
    await db.query(`
      -- Whatever names a record that went, a document from before or a grant, is written for the one that stays; it
      -- waits for a merge under way. The record is read by right of the owner, as a foreign key reads it.
      CREATE FUNCTION name_who_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
        DECLARE stays uuid;
        BEGIN
          IF TG_ARGV[0] = 'person' THEN
            SELECT merged_into INTO stays FROM public.person WHERE id = NEW.person_id FOR KEY SHARE;
            NEW.person_id := coalesce(stays, NEW.person_id);
          ELSE
            SELECT merged_into INTO stays FROM public.organisation WHERE id = NEW.organisation_id FOR KEY SHARE;
            NEW.organisation_id := coalesce(stays, NEW.organisation_id);
          END IF;
          RETURN NEW;
        END
      $$;
    `);
    await db.query(`
      -- For what is said by the id of a record that was merged, such as an address that somebody kept or a document of
      -- then. By right of the owner: it tells an id for an id, and the policies of organisations need not be asked.
      CREATE FUNCTION staying_organisation(asked uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
        SELECT coalesce(merged_into, id) FROM public.organisation WHERE id = asked
      $$;
    `);
    for (const [table, record] of NAMING) {
      await db.query(`
        CREATE TRIGGER ${table}_names_who_stays BEFORE INSERT OR UPDATE OF ${record}_id ON ${table}
          FOR EACH ROW WHEN (NEW.${record}_id IS NOT NULL) EXECUTE FUNCTION name_who_stays('${record}');
      `);
    }
    await db.query(PARTY_OF_THEN(`public.staying_organisation((p.part ->> 'organisationId')::uuid)`));
    await db.query(
      SEARCH_SOURCE(
        `JOIN public.organisation o ON o.id = public.staying_organisation((p ->> 'organisationId')::uuid)`,
      ),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(PARTY_OF_THEN(`(p.part ->> 'organisationId')::uuid`));
    await db.query(SEARCH_SOURCE(`JOIN public.organisation o ON o.id = (p ->> 'organisationId')::uuid`));
    await db.query(`
      ${NAMING.map(([table]) => `DROP TRIGGER ${table}_names_who_stays ON ${table};`).join(' ')}
      DROP FUNCTION name_who_stays, staying_organisation;
      DROP TABLE person_merge, organisation_merge;
      DROP INDEX organisation_ice_unique;
      ALTER TABLE organisation DROP COLUMN merged_into CASCADE;
      ALTER TABLE person DROP COLUMN merged_into CASCADE;
      DROP FUNCTION refuse_merge_into_merged;
      CREATE UNIQUE INDEX organisation_ice_unique ON organisation (ice) WHERE ice IS NOT NULL;
    `);
  }
}
