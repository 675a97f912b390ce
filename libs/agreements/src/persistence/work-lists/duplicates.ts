import { type WorkList, when } from './work-list';

/** Pairs that nobody decided on and no link explains, each listed with the agreement that was recorded first. */
export const DUPLICATES: WorkList = {
  code: 'duplicates',
  permissions: ['duplicate.decide'],
  from: `duplicate_suggestion s JOIN agreement a ON a.id = s.agreement_a_id
    JOIN agreement b ON b.id = s.agreement_b_id`,
  conditions: () => [
    when(`NOT EXISTS (SELECT FROM duplicate_decision d WHERE d.agreement_a_id = s.agreement_a_id
      AND d.agreement_b_id = s.agreement_b_id AND d.ended_as IS NULL)`),
    when(`NOT EXISTS (SELECT FROM agreement_link l WHERE l.withdrawn_on IS NULL
      AND (l.from_agreement_id, l.to_agreement_id)
       IN ((s.agreement_a_id, s.agreement_b_id), (s.agreement_b_id, s.agreement_a_id)))`),
  ],
  since: { sql: 's.found_on', type: 'date' },
  id: 'md5(s.agreement_a_id::text || s.agreement_b_id::text)::uuid',
  about: 'ARRAY[b.reference] || s.reasons',
};
