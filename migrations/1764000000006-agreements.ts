import { MigrationInterface, QueryRunner } from 'typeorm';

const QUALIFIER = `IN ('exactly', 'at_least', 'more_than', 'about', 'up_to', 'not_stated')`;
const ABSENCE = `IN ('not_stated', 'unknown', 'not_yet_due', 'confidential', 'not_published')`;
const PRECISION = `IN ('day', 'range', 'month', 'half_year', 'year')`;

/** The axes of a figure, as columns; a row has all of them or no figure at all. */
const QUANTITY = `
        qualifier text CHECK (qualifier ${QUALIFIER}),
        value numeric(18, 2) CHECK (value >= 0),
        unit text,
        relation text CHECK (relation IN ('direct', 'indirect', 'both', 'not_stated')),
        stability text CHECK (stability IN ('stable', 'not_stated')),
        basis text CHECK (basis IN ('new', 'additional', 'headcount_level', 'site_capacity', 'not_stated')),
        level text CHECK (level IN ('firm', 'programme', 'capacity')),
        quantity_stated text,
        CHECK (num_nulls(qualifier, unit, relation, stability, basis, level) IN (0, 6)),
        CHECK (unit IS NOT NULL OR (value IS NULL AND quantity_stated IS NULL))`;

/** What was promised: instruments as documents, and the tables that lists, totals and alerts read. */
export class Agreements1764000000006 implements MigrationInterface {
  name = 'Agreements1764000000006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE source (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        url text NOT NULL CONSTRAINT source_url_unique UNIQUE CHECK (url ~ '^https?://'),
        title text,
        publisher text,
        language text CHECK (language ~ '^[a-z]{2}$'),
        published_on text,
        note text,
        created_at timestamptz NOT NULL DEFAULT now(),
        search text GENERATED ALWAYS AS
          (fold_text(url || ' ' || coalesce(title, '') || ' ' || coalesce(publisher, ''))) STORED
      );
      CREATE INDEX source_search ON source USING gin (search gin_trgm_ops);

      CREATE TABLE signing_event (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        published_reference text CONSTRAINT signing_event_reference_unique UNIQUE,
        name_ar text, name_fr text, name_en text,
        dates_stated text NOT NULL,
        dates_precision text NOT NULL CHECK (dates_precision ${PRECISION}),
        first_day date NOT NULL,
        last_day date NOT NULL CHECK (last_day >= first_day),
        place text,
        amount numeric(18, 2) CHECK (amount >= 0),
        amount_currency text CHECK (amount_currency ~ '^[A-Z]{3}$'),
        amount_qualifier text CHECK (amount_qualifier ${QUALIFIER}),
        note text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (coalesce(name_ar, name_fr, name_en) IS NOT NULL),
        CHECK (num_nulls(amount, amount_currency, amount_qualifier) IN (0, 3))
      );

      CREATE TABLE reference_counter (
        year integer PRIMARY KEY CHECK (year BETWEEN 1900 AND 2199),
        last_number integer NOT NULL CHECK (last_number > 0)
      );

      CREATE TABLE agreement (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        reference text NOT NULL CONSTRAINT agreement_reference_unique UNIQUE CHECK (reference ~ '^MIT-[0-9]{4}-[0-9]{4,}$'),
        published_reference text CONSTRAINT agreement_published_reference_unique UNIQUE,
        title_ar text, title_fr text, title_en text,
        title_status text NOT NULL CHECK (title_status IN ('official', 'descriptive')),
        summary_ar text, summary_fr text, summary_en text,
        instrument_type text NOT NULL CHECK (instrument_type IN ('memorandum_of_understanding', 'investment_convention',
          'partnership_convention', 'settlement_convention', 'zone_convention', 'programme_contract',
          'performance_contract', 'agreement_unspecified', 'announcement')),
        legal_state text NOT NULL CHECK (legal_state IN ('announced', 'under_negotiation', 'signed', 'in_force')),
        legal_state_since text,
        signed_stated text,
        signed_precision text CHECK (signed_precision ${PRECISION}),
        signed_first_day date,
        signed_last_day date,
        signed_absence text CHECK (signed_absence ${ABSENCE}),
        signed_at text,
        event_id uuid REFERENCES signing_event (id),
        shares_event_amount boolean NOT NULL DEFAULT false,
        sector_codes text[] NOT NULL DEFAULT '{}',
        sector_stated text,
        amount numeric(18, 2) CHECK (amount >= 0),
        amount_currency text CHECK (amount_currency ~ '^[A-Z]{3}$'),
        amount_qualifier text CHECK (amount_qualifier ${QUALIFIER}),
        parties_absence text CHECK (parties_absence ${ABSENCE}),
        signatories_absence text CHECK (signatories_absence ${ABSENCE}),
        sourcing text NOT NULL CHECK (sourcing IN ('one_source', 'several_sources', 'not_stated')),
        note text,
        owner_position_id uuid NOT NULL REFERENCES "position" (id),
        tags text[] NOT NULL DEFAULT '{}',
        published boolean NOT NULL DEFAULT false,
        version_number integer NOT NULL CHECK (version_number > 0),
        recorded_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        search_source text NOT NULL,
        search text GENERATED ALWAYS AS (fold_text(search_source)) STORED,
        CHECK (coalesce(title_ar, title_fr, title_en) IS NOT NULL),
        CHECK (num_nulls(signed_stated, signed_precision, signed_first_day, signed_last_day) IN (0, 4)),
        CHECK (signed_last_day >= signed_first_day),
        CHECK (legal_state NOT IN ('signed', 'in_force') OR num_nonnulls(signed_stated, signed_absence) = 1),
        CHECK (NOT shares_event_amount OR event_id IS NOT NULL),
        CHECK (num_nulls(amount, amount_currency, amount_qualifier) IN (0, 3))
      );
      CREATE INDEX agreement_by_time ON agreement (recorded_at, id);
      CREATE INDEX agreement_by_signing ON agreement ((coalesce(signed_last_day, 'infinity'::date)), id);
      CREATE INDEX agreement_search ON agreement USING gin (search gin_trgm_ops);
      CREATE INDEX agreement_sectors ON agreement USING gin (sector_codes);
      CREATE INDEX agreement_tags ON agreement USING gin (tags);
      CREATE INDEX agreement_signed_last_day ON agreement (signed_last_day);
      CREATE INDEX agreement_by_owner ON agreement (owner_position_id);
      CREATE INDEX agreement_by_event ON agreement (event_id);

      CREATE TABLE agreement_version (
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        number integer NOT NULL CHECK (number > 0),
        state text NOT NULL CHECK (state IN ('current', 'superseded')),
        document jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object'),
        document_sha256 text NOT NULL CHECK (document_sha256 ~ '^[0-9a-f]{64}$'),
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (agreement_id, number)
      );
      CREATE UNIQUE INDEX agreement_version_one_current ON agreement_version (agreement_id) WHERE state = 'current';

      CREATE TABLE party (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        rank integer NOT NULL CHECK (rank >= 0),
        role text NOT NULL CHECK (role IN ('public_authority', 'investor', 'developer', 'operator', 'federation',
          'training_body', 'other')),
        organisation_id uuid REFERENCES organisation (id),
        described_ar text, described_fr text, described_en text,
        certainty text NOT NULL CHECK (certainty IN ('stated', 'presumed')),
        note text,
        CONSTRAINT party_of_agreement UNIQUE (agreement_id, id),
        CHECK (organisation_id IS NOT NULL OR coalesce(described_ar, described_fr, described_en) IS NOT NULL)
      );
      CREATE INDEX party_by_organisation ON party (organisation_id, agreement_id);

      CREATE TABLE signatory (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        rank integer NOT NULL CHECK (rank >= 0),
        role text NOT NULL CHECK (role IN ('signatory', 'in_presence_of')),
        party_id uuid,
        person_id uuid REFERENCES person (id),
        absence text CHECK (absence ${ABSENCE}),
        capacity_value_id uuid REFERENCES personal_value (id) ON DELETE SET NULL,
        certainty text NOT NULL CHECK (certainty IN ('stated', 'presumed')),
        note text,
        FOREIGN KEY (agreement_id, party_id) REFERENCES party (agreement_id, id) DEFERRABLE INITIALLY DEFERRED,
        CHECK (num_nonnulls(person_id, absence) = 1)
      );
      CREATE INDEX signatory_by_agreement ON signatory (agreement_id);
      CREATE INDEX signatory_by_person ON signatory (person_id);
      CREATE INDEX signatory_by_capacity ON signatory (capacity_value_id) WHERE capacity_value_id IS NOT NULL;

      CREATE TABLE commitment (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        rank integer NOT NULL CHECK (rank >= 0),
        kind text NOT NULL CHECK (kind ~ '^[a-z_]+$'),
        title_ar text, title_fr text, title_en text,
        measure text NOT NULL CHECK (measure IN ('quantity', 'completion', 'ongoing')),
        ${QUANTITY},
        baseline_value numeric(18, 2) CHECK (baseline_value >= 0),
        baseline_unit text,
        baseline_note text,
        obligor_party_id uuid,
        deadline_stated text,
        deadline_precision text CHECK (deadline_precision ${PRECISION}),
        last_day date,
        deadline_absence text CHECK (deadline_absence ${ABSENCE}),
        place_scope text NOT NULL CHECK (place_scope IN ('nationwide', 'not_stated', 'regions')),
        region_codes text[] NOT NULL DEFAULT '{}',
        cities text[] NOT NULL DEFAULT '{}',
        zone_ids uuid[] NOT NULL DEFAULT '{}',
        place_note text,
        note text,
        recorded_on date NOT NULL,
        search_source text NOT NULL,
        search text GENERATED ALWAYS AS (fold_text(search_source)) STORED,
        CONSTRAINT commitment_of_agreement UNIQUE (agreement_id, id),
        FOREIGN KEY (agreement_id, obligor_party_id) REFERENCES party (agreement_id, id) DEFERRABLE INITIALLY DEFERRED,
        CHECK (coalesce(title_ar, title_fr, title_en) IS NOT NULL),
        CHECK (measure = 'quantity' OR value IS NULL),
        CHECK (num_nulls(deadline_stated, deadline_precision, last_day) IN (0, 3)),
        CHECK (num_nonnulls(deadline_stated, deadline_absence) = 1),
        CHECK (num_nulls(baseline_value, baseline_unit) IN (0, 2)),
        CHECK ((place_scope = 'regions') = (cardinality(region_codes) > 0))
      );
      CREATE INDEX commitment_by_deadline ON commitment ((coalesce(last_day, 'infinity'::date)), id);
      CREATE INDEX commitment_by_deadline_back ON commitment ((coalesce(last_day, '-infinity'::date)), id);
      CREATE INDEX commitment_by_value ON commitment ((coalesce(value, 'Infinity'::numeric)), id);
      CREATE INDEX commitment_by_value_back ON commitment ((coalesce(value, -1)), id);
      CREATE INDEX commitment_by_recording ON commitment (recorded_on, id);
      CREATE INDEX commitment_last_day ON commitment (last_day) WHERE last_day IS NOT NULL;
      CREATE INDEX commitment_search ON commitment USING gin (search gin_trgm_ops);
      CREATE INDEX commitment_regions ON commitment USING gin (region_codes);
      CREATE INDEX commitment_by_kind ON commitment (kind, (coalesce(last_day, 'infinity'::date)), id);
      CREATE INDEX commitment_by_kind_and_value_back ON commitment (kind, (coalesce(value, -1)), id);

      CREATE TABLE milestone (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        commitment_id uuid NOT NULL,
        rank integer NOT NULL CHECK (rank >= 0),
        standing text NOT NULL CHECK (standing IN ('published', 'agreed', 'set')),
        title_ar text, title_fr text, title_en text,
        ${QUANTITY},
        deadline_stated text NOT NULL,
        deadline_precision text NOT NULL CHECK (deadline_precision ${PRECISION}),
        last_day date NOT NULL,
        recorded_on date NOT NULL,
        FOREIGN KEY (agreement_id, commitment_id) REFERENCES commitment (agreement_id, id) ON DELETE CASCADE,
        CHECK (coalesce(title_ar, title_fr, title_en) IS NOT NULL)
      );
      CREATE INDEX milestone_by_commitment ON milestone (agreement_id, commitment_id);
      CREATE INDEX milestone_last_day ON milestone (last_day);

      CREATE TABLE citation (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        rank integer NOT NULL CHECK (rank >= 0),
        source_id uuid NOT NULL REFERENCES source (id),
        subject text NOT NULL CHECK (subject IN ('agreement', 'party', 'signatory', 'commitment', 'milestone')),
        subject_id uuid,
        field text NOT NULL,
        stated text,
        adopted boolean NOT NULL,
        note text,
        CHECK ((subject = 'agreement') = (subject_id IS NULL))
      );
      CREATE INDEX citation_by_agreement ON citation (agreement_id);
      CREATE INDEX citation_by_source ON citation (source_id);

      CREATE TABLE deadline_move (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        subject_type text NOT NULL CHECK (subject_type IN ('commitment', 'milestone')),
        subject_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        old_stated text,
        old_last_day date,
        new_stated text,
        new_last_day date,
        version_number integer NOT NULL,
        recorded_by text NOT NULL,
        recorded_on date NOT NULL,
        CONSTRAINT deadline_move_numbered UNIQUE (subject_id, number),
        CHECK (old_last_day IS DISTINCT FROM new_last_day),
        FOREIGN KEY (agreement_id, version_number) REFERENCES agreement_version (agreement_id, number)
          ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
      );
      CREATE INDEX deadline_move_by_agreement ON deadline_move (agreement_id);

      CREATE TABLE agreement_link (
        id uuid PRIMARY KEY,
        from_agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        to_agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('same_project', 'continued_by', 'implemented_by', 'superseded_by')),
        note text,
        CONSTRAINT agreement_link_once UNIQUE (from_agreement_id, to_agreement_id, kind),
        CHECK (from_agreement_id <> to_agreement_id)
      );
      CREATE INDEX agreement_link_back ON agreement_link (to_agreement_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE agreement_link, deadline_move, citation, milestone, commitment, signatory, party,
      agreement_version, agreement, reference_counter, signing_event, source;`);
  }
}
