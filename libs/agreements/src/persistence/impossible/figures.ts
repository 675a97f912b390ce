import type { ImpossibleQuery } from '../../domain/impossible';

const SAME_AXES = (one: string, other: string) =>
  ['unit', 'basis', 'level', 'relation', 'stability']
    .map((axis) => `${one}.${axis} = ${other}.${axis}`)
    .join(' AND ');

/** Parts that are more than their whole. "At least" and "about" leave room, and so does a figure of another kind. */
export const FIGURE_QUERIES: readonly ImpossibleQuery[] = [
  {
    name: 'milestone_above_its_commitment',
    severity: 'doubtful',
    sql: `
      SELECT m.agreement_id, 'milestone' AS subject_type, m.id AS subject_id, m.value || ' > ' || c.value AS detail
        FROM milestone m JOIN commitment c ON c.id = m.commitment_id
       WHERE m.value > c.value AND c.qualifier IN ('exactly', 'up_to')
         AND m.qualifier IN ('exactly', 'at_least', 'more_than') AND ${SAME_AXES('m', 'c')}`,
  },
  {
    name: 'parts_above_their_whole',
    severity: 'impossible',
    sql: `
      SELECT whole.agreement_id, 'commitment' AS subject_type, whole.id AS subject_id,
             sum(part.value) || ' > ' || whole.value AS detail
        FROM commitment part JOIN commitment whole ON whole.id = part.part_of_id
       WHERE part.qualifier IN ('exactly', 'at_least', 'more_than') AND whole.qualifier IN ('exactly', 'up_to')
         AND part.unit = whole.unit
       GROUP BY whole.id HAVING sum(part.value) > whole.value`,
  },
  {
    name: 'parts_in_a_circle',
    severity: 'impossible',
    sql: `
      WITH RECURSIVE above (id, whole_id) AS (
        SELECT id, part_of_id FROM commitment WHERE part_of_id IS NOT NULL
        UNION
        SELECT above.id, c.part_of_id FROM above JOIN commitment c ON c.id = above.whole_id
         WHERE c.part_of_id IS NOT NULL
      )
      SELECT c.agreement_id, 'commitment' AS subject_type, c.id AS subject_id, 'part of itself' AS detail
        FROM above JOIN commitment c ON c.id = above.id WHERE above.whole_id = above.id`,
  },
  {
    name: 'quantity_without_figure',
    severity: 'doubtful',
    sql: `
      SELECT c.agreement_id, 'commitment' AS subject_type, c.id AS subject_id, c.kind AS detail
        FROM commitment c JOIN agreement a ON a.id = c.agreement_id
        JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.version_number
       WHERE c.measure = 'quantity' AND c.unit IS NULL
         AND NOT jsonb_path_exists(v.document, '$.commitments[*] ? (@.id == $id && @.quantity != null)',
                                   jsonb_build_object('id', c.id))`,
  },
];
