import { type WorkList, when } from './work-list';

/** Since the step that led there was recorded, or since the agreement was. */
export const SINCE_LAST_STEP = {
  sql: `coalesce((SELECT s.taken_at FROM legal_step s WHERE s.agreement_id = a.id ORDER BY s.number DESC LIMIT 1),
    a.recorded_at)`,
  type: 'timestamptz',
} as const;

export const TO_SIGN: WorkList = {
  code: 'to_sign',
  permissions: ['agreement.sign'],
  from: 'agreement a',
  conditions: () => [when(`a.version_number IS NOT NULL AND a.legal_state = 'under_negotiation'`)],
  since: SINCE_LAST_STEP,
  id: 'a.id',
  about: 'ARRAY[a.legal_state]',
};
