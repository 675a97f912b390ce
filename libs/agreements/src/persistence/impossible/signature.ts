import { type ImpossibleQuery, SIGNED_STATES } from '../../domain/impossible';

const SIGNED = `a.version_number IS NOT NULL AND a.legal_state IN (${SIGNED_STATES.map((state) => `'${state}'`).join(', ')})`;

/** Signed instruments that nobody signed, or at no time. A stated absence is an answer. */
export const SIGNATURE_QUERIES: readonly ImpossibleQuery[] = [
  {
    name: 'signed_without_signatory',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id, a.legal_state AS detail
        FROM agreement a
       WHERE ${SIGNED} AND a.signatories_absence IS NULL
         AND NOT EXISTS (SELECT FROM signatory s WHERE s.agreement_id = a.id AND s.role = 'signatory')`,
  },
  {
    name: 'signed_without_party',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id, a.legal_state AS detail
        FROM agreement a
       WHERE ${SIGNED} AND a.parties_absence IS NULL
         AND NOT EXISTS (SELECT FROM party p WHERE p.agreement_id = a.id)`,
  },
  {
    name: 'signed_without_date',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id, a.legal_state AS detail
        FROM agreement a
       WHERE ${SIGNED} AND num_nonnulls(a.signed_stated, a.signed_absence) <> 1`,
  },
  {
    name: 'signed_in_the_future',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id, a.signed_stated AS detail
        FROM agreement a, business
       WHERE ${SIGNED} AND a.signed_first_day > business.today`,
  },
  {
    name: 'signed_outside_its_event',
    severity: 'doubtful',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id,
             a.signed_stated || ' | ' || e.dates_stated AS detail
        FROM agreement a JOIN signing_event e ON e.id = a.event_id
       WHERE a.version_number IS NOT NULL
         AND (a.signed_last_day < e.first_day OR a.signed_first_day > e.last_day)`,
  },
];
