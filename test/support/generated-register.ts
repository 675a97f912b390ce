import regions from '../../libs/reference/profiles/ma/regions.json';
import sectors from '../../libs/reference/profiles/ma/sectors.json';
import { DOCUMENTS } from './generated-documents';

/** One connection: a client of the driver or the manager of a transaction. A large register needs the owner's. */
export interface SqlConnection {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

export interface GeneratedRegister {
  /** Number of agreements; each has three commitments. */
  readonly agreements: number;
  /** Number of companies; a twentieth of the agreements when left out. */
  readonly companies?: number;
  /** Whether each agreement gets the document of its version and citations; lists do without. */
  readonly documents?: boolean;
}

/** What the parts of an id stand for; `generatedId` makes the same id outside SQL. */
const KINDS = {
  position: 1,
  organisation: 2,
  agreement: 3,
  party: 4,
  commitment: 5,
  milestone: 6,
  source: 7,
  citation: 8,
  link: 9,
};
type Kind = keyof typeof KINDS;

const COMMITMENTS_EACH = 3;
const PUBLIC_BODIES = 8;

/** From this many agreements on it pays to build the search indexes anew. */
const LARGE = 1000;

/** The id of the n-th generated record of a kind, counted from 1. Ids ascend, as those of the application do. */
export function generatedId(kind: Kind, n: number): string {
  return `01900000-${String(KINDS[kind]).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

function id(kind: Kind, n: string): string {
  const head = `01900000-${String(KINDS[kind]).padStart(4, '0')}-7000-8000-`;
  return `('${head}' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;
}

/** A number below `bound` that follows from `n` and looks like chance; the same in every run. */
function chance(n: string, salt: number, bound: number | string): string {
  return `(abs(hashint8((${n})::bigint * 1013 + ${salt})::bigint) % ${bound})::int`;
}

function oneOf(values: readonly string[], n: string, salt: number): string {
  const list = values.map((value) => `'${value.replace(/'/g, "''")}'`).join(', ');
  return `(ARRAY[${list}])[1 + ${chance(n, salt, values.length)}]`;
}

const NAMES = {
  fr: ['Atlas', 'Rif', 'Souss', 'Anfa', 'Chellah', 'Zellige', 'Argane', 'Safran', 'Éléonore', 'Médina'],
  ar: ['أطلس', 'ريف', 'سوس', 'أنفا', 'شالة', 'زليج', 'أركان', 'زعفران', 'إليونور', 'المدينة'],
};
const TRADES = {
  fr: ['Services', 'Digital', 'Conseil', 'Ingénierie', 'Contact', 'Cloud', 'Données'],
  ar: ['للخدمات', 'الرقمية', 'للاستشارة', 'للهندسة', 'للاتصال', 'السحابية', 'للبيانات'],
};
const CITIES = [
  'Casablanca',
  'Rabat',
  'Fès',
  'Oujda',
  'Tanger',
  'Agadir',
  'Marrakech',
  'Tétouan',
  'Nouaceur',
];
const INSTRUMENTS = [
  'memorandum_of_understanding',
  'investment_convention',
  'partnership_convention',
  'settlement_convention',
  'agreement_unspecified',
];

/**
 * Fills an empty register with agreements by set-based SQL: names in three languages, parties, three commitments
 * each (jobs, money or training, and one without a figure), deadlines from 2015 to 2035, milestones, sources,
 * links, one position that owns all. 100,000 agreements take about a minute.
 */
export async function generateRegister(
  connection: SqlConnection,
  { agreements, companies = Math.max(20, Math.ceil(agreements / 20)), documents = true }: GeneratedRegister,
): Promise<void> {
  await insertReference(connection);
  await insertOrganisations(connection, companies);
  const restore = agreements < LARGE ? [] : await dropSearchIndexes(connection);
  await prepareAgreements(connection, agreements, companies);
  const statements = [AGREEMENTS, PARTIES, COMMITMENTS, MILESTONES, LINKS, COUNTERS];
  if (documents) statements.push(CITATIONS, DOCUMENTS);
  for (const statement of statements) await connection.query(statement);
  await connection.query('DROP TABLE generated');
  for (const definition of restore) await connection.query(definition);
  await connection.query('ANALYZE');
}

async function insertReference(connection: SqlConnection): Promise<void> {
  for (const [table, rows] of [
    ['region', regions],
    ['sector', sectors],
  ] as const) {
    await connection.query(
      `INSERT INTO ${table} (id, code, name_ar, name_fr, name_en)
       SELECT gen_random_uuid(), r.code, r.names->>'ar', r.names->>'fr', r.names->>'en'
         FROM jsonb_to_recordset($1::jsonb) AS r(code text, names jsonb)
       ON CONFLICT (code) DO NOTHING`,
      [JSON.stringify(rows)],
    );
  }
  await connection.query(
    `INSERT INTO "position" (id, key, name_ar, name_fr, name_en)
     VALUES ($1, 'register-owner', 'صاحب السجل', 'Responsable du registre', 'Owner of the register')
     ON CONFLICT (key) DO NOTHING`,
    [generatedId('position', 1)],
  );
}

async function insertOrganisations(connection: SqlConnection, companies: number): Promise<void> {
  const insert = (names: string, kind: string, from: number, until: number) => `
    INSERT INTO organisation (id, name_ar, name_fr, name_en, kind, country, search_source)
    SELECT ${id('organisation', 'n')}, ar, fr, en, '${kind}', 'MA', concat_ws(' ', ar, fr, en)
      FROM generate_series(${from}, ${until}) AS n, LATERAL (SELECT ${names}) AS name`;
  await connection.query(
    insert(
      `'وزارة عمومية رقم ' || n AS ar, 'Ministère fictif ' || n AS fr, 'Fictional ministry ' || n AS en`,
      'public_body',
      1,
      PUBLIC_BODIES,
    ),
  );
  await connection.query(
    insert(
      `${oneOf(NAMES.ar, 'n', 1)} || ' ' || ${oneOf(TRADES.ar, 'n', 2)} || ' ' || n AS ar,
       ${oneOf(NAMES.fr, 'n', 1)} || ' ' || ${oneOf(TRADES.fr, 'n', 2)} || ' ' || n AS fr,
       unaccent(${oneOf(NAMES.fr, 'n', 1)} || ' ' || ${oneOf(TRADES.fr, 'n', 2)}) || ' ' || n AS en`,
      'company',
      PUBLIC_BODIES + 1,
      PUBLIC_BODIES + companies,
    ),
  );
  await connection.query(`
    INSERT INTO source (id, url, title, language)
    SELECT ${id('source', 'n')}, 'https://press.example/' || n, 'Article ' || n, 'fr'
      FROM generate_series(1, ${Math.max(1, Math.ceil(companies / 2))}) AS n`);
}

/** Trigram indexes are many times faster to build than to keep up; answers how to make them again. */
async function dropSearchIndexes(connection: SqlConnection): Promise<string[]> {
  const found = await rowsOf<{ name: string; definition: string }>(
    connection,
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
      WHERE schemaname = 'public' AND tablename IN ('agreement', 'commitment') AND indexdef LIKE '% USING gin %'`,
  );
  for (const { name } of found) await connection.query(`DROP INDEX ${name}`);
  return found.map(({ definition }) => definition);
}

async function rowsOf<Row>(connection: SqlConnection, sql: string): Promise<Row[]> {
  const answer = await connection.query(sql);
  return Array.isArray(answer) ? (answer as Row[]) : (answer as { rows: Row[] }).rows;
}

/** One row for each agreement to come, with what its other rows are derived from. */
async function prepareAgreements(
  connection: SqlConnection,
  agreements: number,
  companies: number,
): Promise<void> {
  await connection.query(`
    CREATE TEMPORARY TABLE generated AS
    SELECT n, ${id('agreement', 'n')} AS id, signed_on, recorded_on, ${oneOf(CITIES, 'n', 4)} AS city,
           company.id AS company_id, company.name_ar AS ar, company.name_fr AS fr, company.name_en AS en,
           ${id('organisation', `1 + ${chance('n', 5, PUBLIC_BODIES)}`)} AS authority_id
      FROM generate_series(1, ${agreements}) AS n
      CROSS JOIN LATERAL (SELECT date '2013-01-01' + ${chance('n', 6, 365 * 14)} AS signed_on,
                                 date '2016-01-01' + (n * 3900 / ${agreements})::int AS recorded_on) AS dates
      JOIN organisation company
        ON company.id = ${id('organisation', `${PUBLIC_BODIES + 1} + ${chance('n', 7, companies)}`)}`);
  await connection.query('ANALYZE generated');
}

const TITLES = `'مركز خدمات ' || ar || ' في ' || city AS title_ar,
  'Centre de services de ' || fr || ' à ' || city AS title_fr,
  'Service centre of ' || en || ' in ' || city AS title_en`;

const AGREEMENTS = `
  INSERT INTO agreement (id, reference, title_ar, title_fr, title_en, title_status, instrument_type, legal_state,
    signed_stated, signed_precision, signed_first_day, signed_last_day, sector_codes, parties_absence,
    signatories_absence, sourcing, owner_position_id, published, version_number, recorded_on, recorded_at, search_source)
  SELECT g.id, 'MIT-' || extract(year FROM recorded_on) || '-' || lpad(n::text, 6, '0'), title_ar, title_fr, title_en,
         'descriptive', ${oneOf(INSTRUMENTS, 'n', 10)},
         CASE ${chance('n', 11, 20)} WHEN 0 THEN 'announced' WHEN 1 THEN 'in_force' ELSE 'signed' END,
         signed_on::text, 'day', signed_on, signed_on,
         CASE ${chance('n', 12, 6)} WHEN 0 THEN '{}'::text[] ELSE ARRAY[${oneOf(
           sectors.map(({ code }) => code),
           'n',
           13,
         )}] END,
         NULL, 'not_published', 'one_source', owner.id, true, 1, recorded_on,
         recorded_on + interval '9 hours' + n * interval '1 second',
         concat_ws(' ', title_ar, title_fr, title_en, ar, fr, en)
    FROM generated g CROSS JOIN LATERAL (SELECT ${TITLES}) AS titles
    CROSS JOIN (SELECT id FROM "position" WHERE key = 'register-owner') AS owner
   ORDER BY n`;

const PARTIES = `
  INSERT INTO party (id, agreement_id, rank, role, organisation_id, described_ar, described_fr, described_en, certainty)
  SELECT ${id('party', 'n * 3')}, id, 0, 'public_authority', authority_id, NULL, NULL, NULL, 'stated' FROM generated
  UNION ALL
  SELECT ${id('party', 'n * 3 + 1')}, id, 1, 'investor', company_id, NULL, NULL, NULL, 'stated' FROM generated
  UNION ALL
  SELECT ${id('party', 'n * 3 + 2')}, id, 2, 'other', NULL, 'أربع شركات', 'quatre entreprises', 'four companies', 'stated'
    FROM generated WHERE ${chance('n', 20, 10)} = 0
  ORDER BY 2, 3`;

const REGION = (salt: number) =>
  oneOf(
    regions.map(({ code }) => code),
    'r',
    salt,
  );

/** r numbers the commitments; k says which of an agreement's three it is. */
const COMMITMENTS = `
  INSERT INTO commitment (id, agreement_id, rank, kind, title_ar, title_fr, title_en, measure, qualifier, value, unit,
    relation, stability, basis, level, baseline_value, baseline_unit, obligor_party_id, deadline_stated,
    deadline_precision, last_day, deadline_absence, place_scope, region_codes, cities, recorded_on, search_source)
  SELECT ${id('commitment', 'r')}, g.id, k - 1, kind, title_ar, title_fr, title_en,
         CASE WHEN unit IS NULL THEN 'completion' ELSE 'quantity' END, qualifier, value, unit,
         relation, stability, basis, level,
         CASE WHEN basis = 'additional' THEN 800 END, CASE WHEN basis = 'additional' THEN 'jobs' END,
         CASE WHEN k < 3 THEN ${id('party', 'n * 3 + 1')} WHEN ${chance('r', 30, 2)} = 0 THEN ${id('party', 'n * 3')} END,
         CASE precision WHEN 'year' THEN left(last_day::text, 4) WHEN 'month' THEN left(last_day::text, 7)
                        WHEN 'day' THEN last_day::text END,
         precision, CASE WHEN precision IS NOT NULL THEN last_day END,
         CASE WHEN precision IS NULL THEN 'not_stated' END,
         scope, CASE WHEN scope = 'regions' THEN region_codes ELSE '{}' END, ARRAY[city], recorded_on,
         concat_ws(' ', title_ar, title_fr, title_en, ar, fr, en, city)
    FROM generated g
    CROSS JOIN generate_series(1, ${COMMITMENTS_EACH}) AS k
    CROSS JOIN LATERAL (SELECT (n - 1) * ${COMMITMENTS_EACH} + k AS r) AS numbered
    CROSS JOIN LATERAL (
      SELECT CASE WHEN k = 1 THEN 'jobs' WHEN k = 3 THEN ${oneOf(['facility', 'cooperation', 'connectivity'], 'r', 31)}
                  WHEN ${chance('r', 32, 2)} = 0 THEN 'investment' ELSE 'training' END AS kind) AS kinds
    CROSS JOIN LATERAL (
      SELECT CASE kind WHEN 'jobs' THEN 'jobs' WHEN 'investment' THEN 'MAD' WHEN 'training' THEN 'trainees' END AS unit,
             greatest(date '2015-12-31', (date_trunc('month', signed_on + interval '1 year'
               + ${chance('r', 33, 96)} * interval '1 month') + interval '1 month - 1 day')::date) AS month_end,
             CASE WHEN ${chance('r', 34, 100)} < CASE k WHEN 3 THEN 50 ELSE 10 END THEN NULL
                  ELSE ${oneOf(['year', 'year', 'year', 'month', 'day'], 'r', 35)} END AS precision) AS units
    CROSS JOIN LATERAL (
      SELECT CASE WHEN unit IS NOT NULL THEN ${oneOf(['exactly', 'exactly', 'at_least', 'more_than', 'about', 'up_to'], 'r', 36)} END AS qualifier,
             CASE unit WHEN 'jobs' THEN 50 + 10 * ${chance('r', 37, 200)} WHEN 'MAD' THEN 1000000 * (1 + ${chance('r', 37, 400)})
                       WHEN 'trainees' THEN 20 * (1 + ${chance('r', 37, 50)}) END AS value,
             CASE WHEN unit IS NOT NULL THEN CASE WHEN unit = 'jobs' THEN ${oneOf(['direct', 'direct', 'indirect', 'not_stated'], 'r', 38)} ELSE 'not_stated' END END AS relation,
             CASE WHEN unit IS NOT NULL THEN CASE WHEN unit = 'jobs' THEN ${oneOf(['stable', 'not_stated'], 'r', 39)} ELSE 'not_stated' END END AS stability,
             CASE WHEN unit IS NOT NULL THEN CASE WHEN unit = 'jobs' THEN ${oneOf(['new', 'new', 'not_stated', 'additional'], 'r', 40)} ELSE 'not_stated' END END AS basis,
             CASE WHEN unit IS NOT NULL THEN CASE ${chance('r', 41, 50)} WHEN 0 THEN 'programme' WHEN 1 THEN 'capacity' ELSE 'firm' END END AS level,
             CASE precision WHEN 'year' THEN make_date(extract(year FROM month_end)::int, 12, 31)
                            WHEN 'day' THEN month_end - ${chance('r', 42, 27)} ELSE month_end END AS last_day,
             ${oneOf(['regions', 'regions', 'regions', 'regions', 'nationwide', 'not_stated'], 'r', 43)} AS scope,
             CASE WHEN ${chance('r', 44, 8)} = 0 AND ${REGION(45)} <> ${REGION(46)} THEN ARRAY[${REGION(45)}, ${REGION(46)}]
                  ELSE ARRAY[${REGION(45)}] END AS region_codes) AS figures
    CROSS JOIN LATERAL (
      SELECT CASE unit WHEN 'jobs' THEN 'إحداث ' || value || ' منصب شغل' WHEN 'MAD' THEN 'استثمار ' || value || ' درهم'
                       WHEN 'trainees' THEN 'تكوين ' || value || ' متدرب' ELSE 'فتح مركز للخدمات' END AS title_ar,
             CASE unit WHEN 'jobs' THEN 'Créer ' || value || ' emplois' WHEN 'MAD' THEN 'Investir ' || value || ' dirhams'
                       WHEN 'trainees' THEN 'Former ' || value || ' personnes' ELSE 'Ouvrir un centre de services' END AS title_fr,
             CASE unit WHEN 'jobs' THEN 'Create ' || value || ' jobs' WHEN 'MAD' THEN 'Invest ' || value || ' dirhams'
                       WHEN 'trainees' THEN 'Train ' || value || ' people' ELSE 'Open a service centre' END AS title_en) AS titles
   ORDER BY r`;

const MILESTONES = `
  INSERT INTO milestone (id, agreement_id, commitment_id, rank, standing, title_ar, title_fr, title_en, qualifier, value,
    unit, relation, stability, basis, level, deadline_stated, deadline_precision, last_day, recorded_on)
  SELECT ${id('milestone', 'row_number() OVER (ORDER BY id)')}, agreement_id, id, 0, 'published', title_ar, title_fr,
         title_en, qualifier, floor(value / 2), unit, relation, stability, basis, level, (last_day - 365)::text, 'day',
         last_day - 365, recorded_on
    FROM commitment WHERE kind = 'jobs' AND last_day IS NOT NULL AND ${chance('hashtext(id::text)', 50, 4)} = 0`;

const CITATIONS = `
  INSERT INTO citation (id, agreement_id, rank, source_id, subject, subject_id, field, stated, adopted)
  SELECT ${id('citation', 'row_number() OVER (ORDER BY cited.agreement_id, rank)')}, agreement_id, rank,
         ${id('source', `1 + ${chance('hashtext(agreement_id::text)', 60, '(SELECT count(*) FROM source)')}`)},
         subject, subject_id, field, stated, true
    FROM (SELECT id AS agreement_id, 0 AS rank, 'agreement' AS subject, NULL::uuid AS subject_id, 'whole' AS field, NULL AS stated
            FROM generated
          UNION ALL
          SELECT agreement_id, 1, 'commitment', id, 'deadline', deadline_stated FROM commitment
           WHERE kind = 'jobs' AND deadline_stated IS NOT NULL) AS cited`;

const LINKS = `
  INSERT INTO agreement_link (id, from_agreement_id, to_agreement_id, kind)
  SELECT ${id('link', 'n')}, ${id('agreement', 'n')}, ${id('agreement', 'n + 1')}, 'continued_by'
    FROM generated WHERE n % 50 = 1 AND n < (SELECT max(n) FROM generated)`;

const COUNTERS = `
  INSERT INTO reference_counter (year, last_number)
  SELECT extract(year FROM recorded_on), max(n) FROM generated GROUP BY 1
  ON CONFLICT (year) DO UPDATE SET last_number = greatest(reference_counter.last_number, excluded.last_number)`;
