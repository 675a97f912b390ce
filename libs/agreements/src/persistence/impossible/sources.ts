import type { ImpossibleQuery } from '../../domain/impossible';

/** Sources, decisions and links that speak of what is not there. */
export const SOURCE_QUERIES: readonly ImpossibleQuery[] = [
  {
    name: 'citation_of_nothing',
    severity: 'impossible',
    sql: `
      SELECT t.agreement_id, 'citation' AS subject_type, t.id AS subject_id, t.subject || ' ' || t.field AS detail
        FROM citation t
        LEFT JOIN party p ON t.subject = 'party' AND p.id = t.subject_id AND p.agreement_id = t.agreement_id
        LEFT JOIN signatory s ON t.subject = 'signatory' AND s.id = t.subject_id AND s.agreement_id = t.agreement_id
        LEFT JOIN commitment c ON t.subject = 'commitment' AND c.id = t.subject_id AND c.agreement_id = t.agreement_id
        LEFT JOIN milestone m ON t.subject = 'milestone' AND m.id = t.subject_id AND m.agreement_id = t.agreement_id
       WHERE t.subject <> 'agreement' AND num_nonnulls(p.id, s.id, c.id, m.id) = 0`,
  },
  {
    name: 'promise_link_to_nothing',
    severity: 'doubtful',
    sql: `
      SELECT linked.agreement_id, 'agreement' AS subject_type, linked.agreement_id AS subject_id,
             'link ' || linked.id AS detail
        FROM (SELECT id, from_agreement_id AS agreement_id, from_commitment_id AS commitment_id, withdrawn_on
                FROM promise_link
              UNION ALL
              SELECT id, to_agreement_id, to_commitment_id, withdrawn_on FROM promise_link) AS linked
       WHERE linked.withdrawn_on IS NULL AND NOT EXISTS (
         SELECT FROM commitment c WHERE c.id = linked.commitment_id AND c.agreement_id = linked.agreement_id)`,
  },
  {
    name: 'link_to_what_is_only_drafted',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id, l.kind AS detail
        FROM agreement_link l JOIN agreement a ON a.id IN (l.from_agreement_id, l.to_agreement_id)
       WHERE l.withdrawn_on IS NULL AND a.version_number IS NULL`,
  },
];
