import { type WorkList, when } from './work-list';

export const CONTRADICTIONS: WorkList = {
  code: 'contradictions',
  permissions: ['contradiction.decide'],
  from: 'contradiction c JOIN agreement a ON a.id = c.agreement_id',
  conditions: () => [
    // A decision holds for the claims that were on the table when it was made.
    when(`NOT EXISTS (SELECT FROM contradiction_decision d WHERE d.agreement_id = c.agreement_id
      AND d.subject = c.subject AND d.subject_id IS NOT DISTINCT FROM c.subject_id AND d.field = c.field
      AND d.ended_as IS NULL AND d.claims_sha256 = c.claims_sha256)`),
  ],
  since: { sql: 'c.found_on', type: 'date' },
  id: 'c.id',
  about: 'ARRAY[c.kind, c.field]',
};
