import { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what the day names: an agreement some of whose versions were recorded later is unfolded from the one of then. */
const CHANGED_SINCE = (agreement: string) =>
  `EXISTS (SELECT FROM public.agreement_version n WHERE n.agreement_id = ${agreement} AND n.recorded_on > past.day())`;

const text = (field: string, prefix: string) =>
  ['ar', 'fr', 'en'].map((language) => `${field} ->> '${language}' AS ${prefix}_${language}`).join(', ');

const list = (field: string, type = 'text') =>
  `ARRAY(SELECT e::${type} FROM jsonb_array_elements_text(${field}) AS e)`;

const FIGURE = ['qualifier', 'value', 'unit', 'relation', 'stability', 'basis', 'level'] as const;
const FIGURE_COLUMNS = [...FIGURE, 'quantity_stated'];

/** A figure that does not say what it counts stands in the document only. */
const figure = (part: string) =>
  FIGURE_COLUMNS.map((column) => {
    const key = column === 'quantity_stated' ? 'stated' : column;
    const value = `(${part} -> 'quantity' ->> '${key}')${column === 'value' ? '::numeric(18, 2)' : ''}`;
    return `CASE WHEN ${part} -> 'quantity' ->> 'unit' IS NOT NULL THEN ${value} END AS ${column}`;
  }).join(', ');

const deadline = (stated: string) => `${stated} AS deadline_stated,
  past.precision_of(${stated}) AS deadline_precision, past.last_day_of(${stated}) AS last_day`;

const of = (alias: string, columns: readonly string[]) =>
  columns.map((name) => `${alias}.${name}`).join(', ');

const PARTY = 'id agreement_id rank role organisation_id described_ar described_fr described_en'.split(' ');
const COMMITMENT = [
  ...'id agreement_id rank kind title_ar title_fr title_en measure'.split(' '),
  ...FIGURE_COLUMNS,
  ...'baseline_value baseline_unit baseline_note obligor_party_id part_of_id proof_method'.split(' '),
  ...'deadline_stated deadline_precision last_day deadline_absence place_scope region_codes cities'.split(
    ' ',
  ),
  ...'zone_ids place_note note recorded_on search'.split(' '),
];
const MILESTONE = [
  ...'id agreement_id commitment_id rank standing title_ar title_fr title_en'.split(' '),
  ...FIGURE_COLUMNS,
  ...'deadline_stated deadline_precision last_day'.split(' '),
];
const CITATION =
  'id agreement_id rank source_id subject subject_id field stated locator read_on adopted note'.split(' ');
const AGREEMENT_OF_VERSION =
  `published_reference title_ar title_fr title_en title_status instrument_type signed_stated signed_precision
  signed_first_day signed_last_day signed_absence event_id sector_codes`.split(/\s+/);
/** What the register keeps of today only. */
const AGREEMENT_OF_TODAY =
  'id revision reference tags published owner_position_id recorded_on recorded_at'.split(' ');

/**
 * The register as it was: views by the names of its tables, which whoever looks at the past finds before the tables.
 * They read with the rights of whoever asks, so that policies hold in the past too.
 */
export class Past1764000000033 implements MigrationInterface {
  name = 'Past1764000000033';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX agreement_version_by_day ON agreement_version (recorded_on, agreement_id);
      CREATE INDEX legal_step_by_day ON legal_step (recorded_on, agreement_id);

      CREATE SCHEMA past;
      CREATE FUNCTION past.day() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT current_setting('mithaq.as_of')::date
      $$;
      -- What the kernel derives from a date as stated: 2029, 2029-06, 2029-H1, 2029-06-30, 2029-06-01/2029-06-30.
      CREATE FUNCTION past.precision_of(stated text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT CASE length(stated) WHEN 4 THEN 'year' WHEN 10 THEN 'day' WHEN 21 THEN 'range'
          ELSE CASE WHEN stated LIKE '%H%' THEN 'half_year' WHEN stated IS NOT NULL THEN 'month' END END
      $$;
      CREATE FUNCTION past.first_day_of(stated text) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT CASE length(stated) WHEN 4 THEN make_date(stated::int, 1, 1)
          WHEN 7 THEN CASE substr(stated, 6) WHEN 'H1' THEN make_date(left(stated, 4)::int, 1, 1)
            WHEN 'H2' THEN make_date(left(stated, 4)::int, 7, 1) ELSE (stated || '-01')::date END
          ELSE left(stated, 10)::date END
      $$;
      CREATE FUNCTION past.last_day_of(stated text) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT CASE length(stated) WHEN 4 THEN make_date(stated::int, 12, 31)
          WHEN 7 THEN CASE substr(stated, 6) WHEN 'H1' THEN make_date(left(stated, 4)::int, 6, 30)
            WHEN 'H2' THEN make_date(left(stated, 4)::int, 12, 31)
            ELSE ((stated || '-01')::date + interval '1 month')::date - 1 END
          ELSE right(stated, 10)::date END
      $$;

      -- Versions that were current at the end of the day and no longer are.
      CREATE VIEW past.replaced WITH (security_invoker = true) AS
        SELECT v.agreement_id, v.number, v.document
          FROM public.agreement_version n
          JOIN public.agreement_version v ON v.agreement_id = n.agreement_id AND v.number = n.number - 1
         WHERE n.recorded_on > past.day() AND v.recorded_on <= past.day();

      -- The state which the first step after the day left.
      CREATE VIEW past.left_since WITH (security_invoker = true) AS
        SELECT DISTINCT ON (s.agreement_id) s.agreement_id, s.from_state FROM public.legal_step s
         WHERE s.recorded_on > past.day() ORDER BY s.agreement_id, s.number;
    `);
    await db.query(this.searchSource());
    for (const [name, statement] of Object.entries(this.views())) {
      await db.query(`CREATE VIEW past.${name} WITH (security_invoker = true) AS ${statement}`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP SCHEMA past CASCADE;
      DROP INDEX agreement_version_by_day, legal_step_by_day;
    `);
  }

  /** By the words of then, and the names of today. */
  private searchSource(): string {
    const words = (field: string) =>
      `concat_ws(' ', ${field} ->> 'fr', ${field} ->> 'en', ${field} ->> 'ar')`;
    const joined = (select: string) => `(SELECT string_agg(${select}, ' ')`;
    return `
      CREATE FUNCTION past.search_source(reference text, document jsonb) RETURNS text
      LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT concat_ws(' ', reference, document ->> 'publishedReference', ${words(`document -> 'title'`)},
          replace(document ->> 'instrumentType', '_', ' '), document ->> 'sectorStated',
          document -> 'signing' ->> 'place',
          ${joined('city')} FROM jsonb_array_elements(document -> 'commitments') AS c,
            jsonb_array_elements_text(c -> 'place' -> 'cities') AS city),
          ${joined(words(`p -> 'described'`))} FROM jsonb_array_elements(document -> 'parties') AS p),
          ${joined('o.search_source')} FROM jsonb_array_elements(document -> 'parties') AS p
            JOIN public.organisation o ON o.id = (p ->> 'organisationId')::uuid),
          ${joined(`concat_ws(' ', r.name_fr, r.name_en, r.name_ar)`)}
             FROM jsonb_array_elements(document -> 'commitments') AS c,
            jsonb_array_elements_text(c -> 'place' -> 'regionCodes') AS code JOIN public.region r ON r.code = code),
          ${joined(`concat_ws(' ', z.name_fr, z.name_en, z.name_ar)`)}
             FROM jsonb_array_elements(document -> 'commitments') AS c,
            jsonb_array_elements_text(c -> 'place' -> 'zoneIds') AS zone JOIN public.zone z ON z.id = zone::uuid))
      $$`;
  }

  private views(): Record<string, string> {
    const parts = (name: string, field: string) =>
      `past.replaced r CROSS JOIN LATERAL jsonb_array_elements(r.document -> '${field}')
        WITH ORDINALITY AS ${name} (part, place)`;
    const unchanged = (table: string, columns: readonly string[]) =>
      `SELECT ${of('t', columns)} FROM public.${table} t WHERE NOT ${CHANGED_SINCE('t.agreement_id')}`;
    const stated = `r.document -> 'signing' -> 'date' ->> 'stated'`;
    return {
      agreement: `
        SELECT ${of('a', AGREEMENT_OF_TODAY)}, ${of('a', AGREEMENT_OF_VERSION)},
               coalesce(l.from_state, a.legal_state) AS legal_state, a.version_number, a.search
          FROM public.agreement a LEFT JOIN past.left_since l ON l.agreement_id = a.id
         WHERE a.version_number IS NOT NULL AND NOT ${CHANGED_SINCE('a.id')}
        UNION ALL
        SELECT ${of('a', AGREEMENT_OF_TODAY)}, r.document ->> 'publishedReference',
               ${text(`r.document -> 'title'`, 'title')}, r.document ->> 'titleStatus',
               r.document ->> 'instrumentType', ${stated}, past.precision_of(${stated}),
               past.first_day_of(${stated}), past.last_day_of(${stated}),
               r.document -> 'signing' ->> 'dateAbsence', (r.document -> 'signing' ->> 'eventId')::uuid,
               ${list(`r.document -> 'sectorCodes'`)}, coalesce(l.from_state, a.legal_state), r.number,
               public.fold_text(past.search_source(a.reference, r.document))
          FROM past.replaced r JOIN public.agreement a ON a.id = r.agreement_id
          LEFT JOIN past.left_since l ON l.agreement_id = a.id`,
      party: `${unchanged('party', PARTY)}
        UNION ALL
        SELECT (p.part ->> 'id')::uuid, r.agreement_id, p.place::int - 1, p.part ->> 'role',
               (p.part ->> 'organisationId')::uuid, ${text(`p.part -> 'described'`, 'described')}
          FROM ${parts('p', 'parties')}`,
      commitment: `${unchanged('commitment', COMMITMENT)}
        UNION ALL
        SELECT (c.part ->> 'id')::uuid, r.agreement_id, c.place::int - 1, c.part ->> 'kind',
               ${text(`c.part -> 'title'`, 'title')}, c.part ->> 'measure', ${figure('c.part')},
               (c.part -> 'baseline' ->> 'value')::numeric(18, 2), c.part -> 'baseline' ->> 'unit',
               c.part -> 'baseline' ->> 'note', (c.part ->> 'obligorPartyId')::uuid,
               (c.part ->> 'partOfId')::uuid, c.part ->> 'proofMethod',
               ${deadline(`(c.part -> 'deadline' ->> 'stated')`)}, c.part ->> 'deadlineAbsence',
               c.part -> 'place' ->> 'scope', ${list(`c.part -> 'place' -> 'regionCodes'`)},
               ${list(`c.part -> 'place' -> 'cities'`)}, ${list(`c.part -> 'place' -> 'zoneIds'`, 'uuid')},
               c.part -> 'place' ->> 'note', c.part ->> 'note',
               -- Since the last version that did not have it.
               (SELECT min(b.recorded_on) FROM public.agreement_version b
                 WHERE b.agreement_id = r.agreement_id AND b.number <= r.number AND b.number > coalesce(
                   (SELECT max(w.number) FROM public.agreement_version w
                     WHERE w.agreement_id = r.agreement_id AND w.number < r.number
                       AND NOT w.document @> jsonb_build_object('commitments', jsonb_build_array(
                         jsonb_build_object('id', c.part ->> 'id')))), 0)),
               public.fold_text(concat_ws(' ', c.part -> 'title' ->> 'fr', c.part -> 'title' ->> 'en',
                 c.part -> 'title' ->> 'ar', past.search_source(a.reference, r.document)))
          FROM ${parts('c', 'commitments')} JOIN public.agreement a ON a.id = r.agreement_id`,
      milestone: `${unchanged('milestone', MILESTONE)}
        UNION ALL
        SELECT (m.part ->> 'id')::uuid, r.agreement_id, (c.part ->> 'id')::uuid, m.place::int - 1,
               m.part ->> 'standing', ${text(`m.part -> 'title'`, 'title')}, ${figure('m.part')},
               ${deadline(`(m.part -> 'deadline' ->> 'stated')`)}
          FROM ${parts('c', 'commitments')} CROSS JOIN LATERAL jsonb_array_elements(c.part -> 'milestones')
            WITH ORDINALITY AS m (part, place)`,
      citation: `${unchanged('citation', CITATION)}
        UNION ALL
        SELECT (c.part ->> 'id')::uuid, r.agreement_id, c.place::int - 1, (c.part ->> 'sourceId')::uuid,
               c.part ->> 'subject', (c.part ->> 'subjectId')::uuid, c.part ->> 'field', c.part ->> 'stated',
               c.part ->> 'locator', (c.part ->> 'readOn')::date, (c.part ->> 'adopted')::boolean,
               c.part ->> 'note'
          FROM ${parts('c', 'citations')}`,
      deadline_move: 'SELECT m.* FROM public.deadline_move m WHERE m.recorded_on <= past.day()',
      legal_step: 'SELECT s.* FROM public.legal_step s WHERE s.recorded_on <= past.day()',
      suspension: `
        SELECT s.id, s.agreement_id, s.from_day, s.expected_end,
               CASE WHEN e.recorded_on <= past.day() THEN s.ended_on END AS ended_on
          FROM public.suspension s
          JOIN public.legal_step b ON b.agreement_id = s.agreement_id AND b.number = s.begun_by_step
          LEFT JOIN public.legal_step e ON e.agreement_id = s.agreement_id AND e.number = s.ended_by_step
         WHERE b.recorded_on <= past.day()`,
      agreement_file: `
        SELECT f.id, f.agreement_id, f.sha256, f.role,
               CASE WHEN f.withdrawn_on <= past.day() THEN f.withdrawn_at END AS withdrawn_at
          FROM public.agreement_file f WHERE f.recorded_on <= past.day()`,
      commitment_decision: `
        SELECT d.id, d.agreement_id, d.commitment_id, d.outcome, d.decided_on, d.recorded_on,
               CASE WHEN d.withdrawn_on <= past.day() THEN d.withdrawn_on END AS withdrawn_on
          FROM public.commitment_decision d WHERE d.recorded_on <= past.day()`,
      successor_mapping: `
        SELECT m.agreement_id, m.step_number, m.commitment_id, m.fate
          FROM public.successor_mapping m
          JOIN public.legal_step s ON s.agreement_id = m.agreement_id AND s.number = m.step_number
         WHERE s.recorded_on <= past.day()`,
      agreement_link: `
        SELECT l.id, l.from_agreement_id, l.to_agreement_id, l.kind, l.note,
               CASE WHEN l.withdrawn_on <= past.day() THEN l.withdrawn_on END AS withdrawn_on
          FROM public.agreement_link l WHERE l.recorded_on IS NULL OR l.recorded_on <= past.day()`,
      promise_link: `
        SELECT l.id, l.kind, l.from_agreement_id, l.from_commitment_id, l.to_agreement_id, l.to_commitment_id,
               CASE WHEN l.withdrawn_on <= past.day() THEN l.withdrawn_on END AS withdrawn_on
          FROM public.promise_link l WHERE l.recorded_on <= past.day()`,
    };
  }
}
