import type { ImpossibleQuery } from '../../domain/impossible';

const LAST_STEP = `(SELECT DISTINCT ON (agreement_id) agreement_id, number, action, to_state, on_last_day
                      FROM legal_step ORDER BY agreement_id, number DESC)`;

/** Legal states that their own steps, suspensions, conditions and successors do not bear out. */
export const LEGAL_LIFE_QUERIES: readonly ImpossibleQuery[] = [
  {
    name: 'legal_state_is_not_of_its_last_step',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id,
             a.legal_state || ' | step ' || s.number || ': ' || s.to_state AS detail
        FROM ${LAST_STEP} s JOIN agreement a ON a.id = s.agreement_id
       WHERE a.legal_state IS DISTINCT FROM s.to_state`,
  },
  {
    name: 'legal_state_is_not_of_its_document',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id,
             a.legal_state || ' | ' || coalesce(v.document ->> 'legalState', '-') AS detail
        FROM agreement a JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.version_number
       WHERE CASE WHEN a.legal_state IN ('announced', 'under_negotiation', 'signed', 'in_force')
                  THEN v.document ->> 'legalState' IS DISTINCT FROM a.legal_state
                  ELSE a.legal_state = 'suspended' AND v.document ->> 'legalState' <> 'in_force' END`,
  },
  {
    name: 'suspended_without_suspension',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id, a.legal_state AS detail
        FROM agreement a
       WHERE a.legal_state = 'suspended'
         AND NOT EXISTS (SELECT FROM suspension s WHERE s.agreement_id = a.id AND s.ended_on IS NULL)`,
  },
  {
    name: 'suspension_of_what_runs',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id,
             a.legal_state || ' | ' || s.from_day AS detail
        FROM suspension s JOIN agreement a ON a.id = s.agreement_id
       WHERE s.ended_on IS NULL AND a.legal_state IN ('announced', 'under_negotiation', 'signed', 'in_force')`,
  },
  {
    name: 'superseded_by_nothing',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id, a.reference AS detail
        FROM agreement a
       WHERE a.legal_state = 'superseded'
         AND NOT EXISTS (SELECT FROM successor_mapping m WHERE m.agreement_id = a.id)
         AND NOT EXISTS (SELECT FROM agreement_link l WHERE l.from_agreement_id = a.id
                            AND l.kind = 'superseded_by' AND l.withdrawn_on IS NULL)`,
  },
  {
    name: 'in_force_with_open_conditions',
    severity: 'impossible',
    sql: `
      SELECT a.id AS agreement_id, 'agreement' AS subject_type, a.id AS subject_id,
             'condition ' || c.number AS detail
        FROM condition_precedent c JOIN agreement a ON a.id = c.agreement_id
       WHERE c.state = 'open' AND a.legal_state IN ('in_force', 'suspended', 'fulfilled')
         AND a.instrument_type <> 'memorandum_of_understanding'`,
  },
  {
    // What was terminated or replaced ends before its promises fall due; what expired has reached its last day.
    name: 'commitment_past_the_end',
    severity: 'impossible',
    sql: `
      SELECT c.agreement_id, 'commitment' AS subject_type, c.id AS subject_id,
             c.deadline_stated || ' > ' || s.on_last_day AS detail
        FROM ${LAST_STEP} s
        JOIN agreement a ON a.id = s.agreement_id AND a.legal_state = 'expired' AND s.action = 'expire'
        JOIN commitment c ON c.agreement_id = a.id
       WHERE c.last_day > s.on_last_day`,
  },
  {
    name: 'proof_of_a_step_withdrawn',
    severity: 'impossible',
    sql: `
      SELECT s.agreement_id, 'agreement' AS subject_type, s.agreement_id AS subject_id,
             'step ' || s.number || ': ' || s.action AS detail
        FROM legal_step s JOIN agreement_file f ON f.id = s.file_id
       WHERE f.withdrawn_at IS NOT NULL`,
  },
];
