import type { Condition } from '@app/platform';

const when = (sql: string): Condition => ({ sql, values: [] });

/** Requests of whoever promised that nobody answered yet. */
export const CHANGE_REQUESTS = {
  code: 'change_requests',
  permissions: ['change_request.answer'],
  from: 'change_request r JOIN agreement a ON a.id = r.agreement_id',
  conditions: () => [when(`r.state = 'open'`)],
  since: { sql: 'r.asked_on', type: 'date' },
  id: 'r.id',
  about: 'ARRAY[r.what]',
} as const;

/**
 * Agreements that bind and of which every promise is settled: the register proposes that they are fulfilled, since the
 * last of the decisions about them was recorded.
 * @param settled whether a commitment's row `c` is settled.
 */
export function proposedFulfilments(settled: string) {
  return {
    code: 'fulfilments',
    permissions: ['agreement.close'],
    from: 'agreement a',
    conditions: () => [
      when(`a.legal_state IN ('signed', 'in_force')`),
      when('EXISTS (SELECT FROM commitment c WHERE c.agreement_id = a.id)'),
      when(`NOT EXISTS (SELECT FROM commitment c WHERE c.agreement_id = a.id AND NOT (${settled}))`),
    ],
    since: {
      sql: `coalesce((SELECT max(d.recorded_on) FROM commitment_decision d
        WHERE d.agreement_id = a.id AND d.withdrawn_on IS NULL), a.recorded_on)`,
      type: 'date',
    },
    id: 'a.id',
    about: `ARRAY['fulfilled']`,
  } as const;
}
