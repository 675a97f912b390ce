import { ENDED_STATES } from '../../domain/legal-states';
import type { GapCode } from '../../domain/completeness';
import { type WorkList, when } from './work-list';

/** When nobody holds the position that owns an agreement. */
export const HAS_NO_OWNER = `NOT EXISTS (SELECT FROM "position" o
  WHERE o.id = a.owner_position_id AND o.holder_account_id IS NOT NULL)`;

/** Nothing is mended in what has come to an end. */
export const STILL_RUNS = `a.version_number IS NOT NULL
  AND a.legal_state NOT IN (${ENDED_STATES.map((state) => `'${state}'`).join(', ')})`;

const IS_SOURCED = `EXISTS (SELECT FROM citation t WHERE t.agreement_id = c.agreement_id AND t.adopted
  AND (t.subject = 'agreement' AND t.field = 'whole'
    OR t.subject = 'commitment' AND t.subject_id = c.id AND t.field IN ('quantity', 'whole')))`;

/** Parts that differ in their unit, or have no figure, leave the sum open. */
const PARTS_DIFFER = `coalesce((SELECT bool_and(p.value IS NOT NULL AND p.unit = c.unit) AND CASE
    WHEN c.qualifier IN ('at_least', 'more_than') THEN sum(p.value) < c.value
    WHEN c.qualifier = 'up_to' THEN sum(p.value) > c.value
    ELSE sum(p.value) <> c.value END
  FROM commitment p WHERE p.agreement_id = c.agreement_id AND p.part_of_id = c.id), false)`;

const IS_SIGNED = `a.legal_state NOT IN ('announced', 'under_negotiation')`;

type RecordGap = 'no_owner' | 'no_signing_date' | 'signing_without_proof';

/** The same of the record itself. */
const OPEN_OF_RECORD: Readonly<Record<RecordGap, string>> = {
  no_owner: HAS_NO_OWNER,
  no_signing_date: `${IS_SIGNED} AND a.signed_stated IS NULL
    AND coalesce(a.signed_absence, 'unknown') IN ('unknown', 'not_stated')`,
  signing_without_proof: `${IS_SIGNED}
    AND NOT EXISTS (SELECT FROM agreement_file f
      WHERE f.agreement_id = a.id AND f.role = 'signed_text' AND f.withdrawn_at IS NULL)
    AND NOT EXISTS (SELECT FROM citation t
      WHERE t.agreement_id = a.id AND t.adopted AND t.subject = 'agreement' AND t.field IN ('signing', 'whole'))`,
};

/** The rules of `completenessOf` on the tables of current versions: what a commitment `c` leaves open. */
const OPEN: Readonly<Record<Exclude<GapCode, RecordGap>, string>> = {
  no_deadline: `c.measure <> 'ongoing' AND c.deadline_stated IS NULL
    AND coalesce(c.deadline_absence, 'unknown') IN ('unknown', 'not_stated')`,
  no_proof_method: 'c.proof_method IS NULL',
  // A figure that does not say what it counts is in no column.
  no_unit: `c.measure = 'quantity' AND c.unit IS NULL`,
  figure_without_source: `c.measure = 'quantity' AND NOT ${IS_SOURCED}`,
  parts_do_not_add_up: PARTS_DIFFER,
};

const namedRules = (rules: Readonly<Record<string, string>>) =>
  Object.entries(rules)
    .map(([code, sql]) => `('${code}', ${sql})`)
    .join(', ');

const GAPS_OF_RECORD = `FROM (VALUES ${namedRules(OPEN_OF_RECORD)}) AS r (gap, is_open) WHERE r.is_open`;

const GAPS_OF_COMMITMENTS = `FROM commitment c
  CROSS JOIN LATERAL (VALUES ${namedRules(OPEN)}) AS g (gap, is_open)
  WHERE c.agreement_id = a.id AND g.is_open`;

/** One of the rules is enough: the rest is not asked any more. */
const anyOf = (rules: Readonly<Record<string, string>>) =>
  Object.values(rules)
    .map((sql) => `(${sql})`)
    .join(' OR ');

/** Gaps stay visible, answered for or not, until they are filled. */
export const GAPS: WorkList = {
  code: 'gaps',
  permissions: ['version.draft'],
  from: 'agreement a',
  conditions: () => [
    when(STILL_RUNS),
    when(`${anyOf(OPEN_OF_RECORD)}
      OR EXISTS (SELECT FROM commitment c WHERE c.agreement_id = a.id AND (${anyOf(OPEN)}))`),
  ],
  since: { sql: 'a.recorded_at', type: 'timestamptz' },
  id: 'a.id',
  about: `ARRAY(SELECT r.gap ${GAPS_OF_RECORD} ORDER BY r.gap)
    || ARRAY(SELECT DISTINCT g.gap ${GAPS_OF_COMMITMENTS} ORDER BY g.gap)`,
};
