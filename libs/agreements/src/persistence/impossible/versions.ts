import type { ImpossibleQuery } from '../../domain/impossible';

/** Current documents, each fetched from its storage once, however much is asked of it. */
const CURRENT = `agreement a JOIN (
    SELECT agreement_id, number, document || '{}'::jsonb AS document FROM agreement_version OFFSET 0
  ) AS v ON v.agreement_id = a.id AND v.number = a.version_number`;

/** Whoever drafted or submitted does not verify, whoever verified does not approve, unless two directors say so. */
const FOUR_EYES_BROKEN = (row: string) => `
  ${row}.overridden_by IS NULL AND (
    ${row}.verified_by NOT LIKE 'system:%'
      AND (${row}.verified_by = ANY (${row}.drafted_by) OR ${row}.verified_by = ${row}.submitted_by)
    OR ${row}.approved_by NOT LIKE 'system:%' AND ${row}.approved_by = ${row}.verified_by)`;

const partsOf = (table: string) =>
  `(SELECT agreement_id, count(*)::int AS n FROM ${table} GROUP BY agreement_id)`;

const listed = (part: string) => `jsonb_array_length(coalesce(v.document -> '${part}', '[]'))`;

const milestones = `jsonb_array_length(jsonb_path_query_array(v.document, '$.commitments[*].milestones[*]'))`;

/** Versions, drafts and projections that do not belong together. */
export const VERSION_QUERIES: readonly ImpossibleQuery[] = [
  {
    name: 'current_version_without_projection',
    severity: 'impossible',
    sql: `
      SELECT agreement_id, 'agreement' AS subject_type, agreement_id AS subject_id,
             'in the version: ' || written::text || ', in the register: ' || projected::text AS detail
        FROM (
          SELECT a.id AS agreement_id,
                 ARRAY[${listed('parties')}, ${listed('signatories')}, ${listed('commitments')}, ${milestones},
                       ${listed('citations')}] AS written,
                 ARRAY[coalesce(p.n, 0), coalesce(s.n, 0), coalesce(c.n, 0), coalesce(m.n, 0),
                       coalesce(t.n, 0)] AS projected
            FROM ${CURRENT}
            LEFT JOIN ${partsOf('party')} p ON p.agreement_id = a.id
            LEFT JOIN ${partsOf('signatory')} s ON s.agreement_id = a.id
            LEFT JOIN ${partsOf('commitment')} c ON c.agreement_id = a.id
            LEFT JOIN ${partsOf('milestone')} m ON m.agreement_id = a.id
            LEFT JOIN ${partsOf('citation')} t ON t.agreement_id = a.id
        ) AS counted
       WHERE written <> projected`,
  },
  {
    name: 'commitment_not_in_document',
    severity: 'impossible',
    sql: `
      SELECT shown.agreement_id, 'commitment' AS subject_type, one.id AS subject_id,
             'version ' || coalesce(shown.number::text, '-') AS detail
        FROM (
          SELECT c.agreement_id, c.ids, v.number, jsonb_path_query_array(v.document, '$.commitments[*].id') AS written
            FROM (SELECT agreement_id, array_agg(id) AS ids FROM commitment GROUP BY agreement_id) AS c
            JOIN agreement a ON a.id = c.agreement_id
            LEFT JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.version_number
          OFFSET 0
        ) AS shown CROSS JOIN unnest(shown.ids) AS one(id)
       WHERE shown.number IS NULL OR NOT shown.written ? one.id::text`,
  },
  {
    name: 'merged_record_named',
    severity: 'impossible',
    sql: `
      SELECT named.agreement_id, 'agreement' AS subject_type, named.agreement_id AS subject_id, named.detail
        FROM (
          SELECT p.agreement_id, 'organisation ' || o.id AS detail FROM party p
            JOIN organisation o ON o.id = p.organisation_id WHERE o.merged_into IS NOT NULL
          UNION
          SELECT s.agreement_id, 'person ' || r.id FROM signatory s
            JOIN person r ON r.id = s.person_id WHERE r.merged_into IS NOT NULL
        ) AS named`,
  },
  {
    name: 'record_not_of_document',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id,
             concat_ws(' | ', a.instrument_type, a.signed_stated, a.published_reference) AS detail
        FROM ${CURRENT}
       WHERE (a.instrument_type, a.signed_stated, a.published_reference) IS DISTINCT FROM
             (v.document ->> 'instrumentType', v.document #>> '{signing,date,stated}',
              v.document ->> 'publishedReference')`,
  },
  {
    name: 'version_number_is_not_current',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id,
             'the record says ' || coalesce(a.version_number::text, '-') || ', current is '
               || coalesce(v.number::text, '-') AS detail
        FROM agreement a LEFT JOIN agreement_version v ON v.agreement_id = a.id AND v.state = 'current'
       WHERE a.version_number IS DISTINCT FROM v.number`,
  },
  {
    name: 'several_current_versions',
    severity: 'impossible',
    sql: `
      SELECT agreement_id, 'agreement' AS subject_type, agreement_id AS subject_id,
             string_agg(number::text, ', ' ORDER BY number) AS detail
        FROM agreement_version WHERE state = 'current' GROUP BY agreement_id HAVING count(*) > 1`,
  },
  {
    name: 'version_missing',
    severity: 'impossible',
    sql: `
      SELECT agreement_id, 'agreement' AS subject_type, agreement_id AS subject_id,
             count(*) || ' of ' || max(number) AS detail
        FROM agreement_version GROUP BY agreement_id HAVING count(*) <> max(number)`,
  },
  {
    name: 'draft_on_older_version',
    severity: 'impossible',
    sql: `
      SELECT d.agreement_id, 'agreement' AS subject_type, d.agreement_id AS subject_id,
             'draft on ' || coalesce(d.base_number::text, '-') || ', current is '
               || coalesce(a.version_number::text, '-') AS detail
        FROM agreement_draft d JOIN agreement a ON a.id = d.agreement_id
       WHERE d.state IN ('draft', 'submitted', 'returned', 'verified')
         AND d.base_number IS DISTINCT FROM a.version_number`,
  },
  {
    name: 'verified_by_its_drafter',
    severity: 'impossible',
    sql: `
      SELECT v.agreement_id, 'agreement' AS subject_type, v.agreement_id AS subject_id,
             'version ' || v.number AS detail
        FROM agreement_version v WHERE ${FOUR_EYES_BROKEN('v')}
      UNION ALL
      SELECT d.agreement_id, 'agreement', d.agreement_id, 'draft ' || d.number
        FROM agreement_draft d WHERE ${FOUR_EYES_BROKEN('d')}`,
  },
  {
    name: 'amendment_changes_nothing',
    severity: 'impossible',
    sql: `
      SELECT v.agreement_id, 'agreement' AS subject_type, v.agreement_id AS subject_id,
             'amendment ' || (v.amendment ->> 'number') AS detail
        FROM agreement_version v
        JOIN agreement_version before ON before.agreement_id = v.agreement_id AND before.number = v.number - 1
       WHERE v.kind = 'amendment' AND v.document_sha256 = before.document_sha256`,
  },
  {
    name: 'amendment_before_it_holds',
    severity: 'impossible',
    sql: `
      SELECT v.agreement_id, 'agreement' AS subject_type, v.agreement_id AS subject_id,
             'amendment ' || (v.amendment ->> 'number') || ': ' || v.effective_on || ' > ' || v.recorded_on AS detail
        FROM agreement_version v WHERE v.kind = 'amendment' AND v.effective_on > v.recorded_on`,
  },
  {
    name: 'published_without_version',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id, a.reference AS detail
        FROM agreement a WHERE a.published AND a.version_number IS NULL`,
  },
];
