import { type WorkList, when } from './work-list';

/** Conditions matter until the agreement takes effect. */
export const OPEN_CONDITIONS: WorkList = {
  code: 'open_conditions',
  permissions: ['condition.decide'],
  from: 'condition_precedent p JOIN agreement a ON a.id = p.agreement_id',
  conditions: () => [
    when(`p.state = 'open' AND a.legal_state IN ('announced', 'under_negotiation', 'signed')`),
  ],
  since: { sql: 'p.recorded_on', type: 'date' },
  id: 'p.id',
  about: 'ARRAY[p.number::text]',
};
