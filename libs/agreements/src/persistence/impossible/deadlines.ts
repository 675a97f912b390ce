import type { ImpossibleQuery } from '../../domain/impossible';

const DEADLINES = `(
  SELECT agreement_id, 'commitment' AS subject_type, id AS subject_id, deadline_stated, deadline_precision, last_day
    FROM commitment
  UNION ALL
  SELECT agreement_id, 'milestone', id, deadline_stated, deadline_precision, last_day FROM milestone)`;

/** Deadlines that cannot have been promised, and moves that do not join. */
export const DEADLINE_QUERIES: readonly ImpossibleQuery[] = [
  {
    name: 'deadline_before_signature',
    severity: 'impossible',
    sql: `
      SELECT d.agreement_id, d.subject_type, d.subject_id, d.deadline_stated || ' < ' || a.signed_stated AS detail
        FROM ${DEADLINES} d JOIN agreement a ON a.id = d.agreement_id
       WHERE d.last_day < a.signed_first_day`,
  },
  {
    name: 'deadline_not_as_stated',
    severity: 'impossible',
    sql: `
      SELECT d.agreement_id, d.subject_type, d.subject_id, d.deadline_stated || ' | ' || d.last_day AS detail
        FROM ${DEADLINES} d
       WHERE CASE d.deadline_precision
               WHEN 'day' THEN d.deadline_stated ~ '^\\d{4}-\\d\\d-\\d\\d$' AND d.last_day::text <> d.deadline_stated
               WHEN 'month' THEN d.deadline_stated ~ '^\\d{4}-\\d\\d$' AND (
                 left(d.last_day::text, 7) <> d.deadline_stated OR extract(day FROM d.last_day + 1) <> 1)
               WHEN 'year' THEN d.deadline_stated ~ '^\\d{4}$'
                 AND d.last_day::text <> d.deadline_stated || '-12-31'
               ELSE false END`,
  },
  {
    name: 'moves_do_not_join',
    severity: 'impossible',
    sql: `
      SELECT agreement_id, subject_type, subject_id,
             'move ' || number || ': ' || coalesce(before::text, '-') || ' | ' || coalesce(old_last_day::text, '-') AS detail
        FROM (SELECT m.*, lag(new_last_day) OVER each AS before, row_number() OVER each AS nth
                FROM deadline_move m WINDOW each AS (PARTITION BY subject_id ORDER BY number)) AS moves
       WHERE nth > 1 AND before IS DISTINCT FROM old_last_day OR nth <> number`,
  },
  {
    name: 'deadline_is_not_where_it_moved',
    severity: 'impossible',
    sql: `
      SELECT d.agreement_id, d.subject_type, d.subject_id,
             coalesce(m.new_last_day::text, '-') || ' | ' || coalesce(d.last_day::text, '-') AS detail
        FROM (SELECT DISTINCT ON (subject_id) subject_id, new_last_day FROM deadline_move
               ORDER BY subject_id, number DESC) AS m
        JOIN ${DEADLINES} d ON d.subject_id = m.subject_id
       WHERE d.last_day IS DISTINCT FROM m.new_last_day`,
  },
  {
    name: 'milestone_after_its_commitment',
    severity: 'doubtful',
    sql: `
      SELECT m.agreement_id, 'milestone' AS subject_type, m.id AS subject_id,
             m.deadline_stated || ' > ' || c.deadline_stated AS detail
        FROM milestone m JOIN commitment c ON c.id = m.commitment_id
       WHERE m.last_day > c.last_day`,
  },
];
