import { SINCE_LAST_STEP } from './to-sign';
import { type WorkList, when } from './work-list';

export const TO_PUT_IN_FORCE: WorkList = {
  code: 'to_put_in_force',
  permissions: ['agreement.put_in_force'],
  from: 'agreement a',
  conditions: () => [when(`a.version_number IS NOT NULL AND a.legal_state = 'signed'`)],
  since: SINCE_LAST_STEP,
  id: 'a.id',
  about: `ARRAY(SELECT 'condition_open' FROM condition_precedent p WHERE p.agreement_id = a.id AND p.state = 'open' LIMIT 1)`,
};
