import type { CalendarDate } from '@app/kernel';
import {
  type Condition,
  type Facet,
  type FacetValues,
  type SynonymGroups,
  holdsEveryWord,
  isOneOf,
  isOneOfOrNone,
  orWithout,
} from '@app/platform';
import {
  COMMITMENT_FACETS,
  type CommitmentFacetCode,
  type CommitmentFilter,
} from '../domain/commitment-filter';
import {
  DELIVERY_STATUSES,
  type DaySpan,
  type DeliveryStatus,
  type StatusCase,
  boundsOf,
  caseOf,
} from '../domain/derive-status';
import { UNDECIDED, liesIn } from './decision.sql';
import { reportedAs } from './reported.sql';
import { STANDS } from './standing.sql';

/** The organisation that is asked for, by its own id or by that of a record that was merged into it. */
const ASKED_FOR = '(SELECT staying_organisation(?::uuid))';

/** Outer join, so that counting does not look at agreements where no filter does. */
export const COMMITMENTS = 'commitment c LEFT JOIN agreement a ON a.id = c.agreement_id';

/** The deadline as a key that is never null; each has an index, so that those without one come last either way. */
export const DEADLINE = { key: `coalesce(c.last_day, 'infinity'::date)`, absent: 'infinity' } as const;
export const DEADLINE_BACKWARDS = {
  key: `coalesce(c.last_day, '-infinity'::date)`,
  absent: '-infinity',
} as const;
type DeadlineKey = typeof DEADLINE | typeof DEADLINE_BACKWARDS;

/** Days within which every real deadline lies; what lies outside is the absence of one. */
const EARLIEST_DAY = '0001-01-01';
const LATEST_DAY = '9999-12-31';

const YEAR = 'extract(year FROM c.last_day)::integer';

/** What narrows a list by each of its facets; none where nothing of it was chosen. */
function chosenOf(
  filter: CommitmentFilter,
  today: CalendarDate,
): Readonly<Record<CommitmentFacetCode, readonly Condition[]>> {
  const some = (chosen: readonly string[], condition: (of: readonly string[]) => Condition) =>
    chosen.length === 0 ? [] : [condition(chosen)];
  const among = (column: string) => (codes: readonly string[]) =>
    orWithout(codes, (of) => ({ sql: `${column} && ?::text[]`, values: [of] }), `${column} = '{}'`);
  const deadline = filter.sort === '-lastDay' ? DEADLINE_BACKWARDS : DEADLINE;
  return {
    status: filter.statuses.length === 0 ? [] : withStatus(filter.statuses, today, deadline),
    kind: some(filter.kinds, (of) => isOneOf('c.kind', 'text', of)),
    level: some(filter.levels, (of) => isOneOfOrNone('c.level', 'text', of)),
    sector: some(filter.sectors, among('a.sector_codes')),
    region: some(filter.regions, among('c.region_codes')),
    deadlineYear: some(filter.deadlineYears, (of) => isOneOfOrNone(YEAR, 'integer', of)),
  };
}

/** What narrows a list of commitments beside its facets. */
export function conditionsBeside(filter: CommitmentFilter, synonyms: SynonymGroups): Condition[] {
  const deadline = filter.sort === '-lastDay' ? DEADLINE_BACKWARDS : DEADLINE;
  const conditions = holdsEveryWord('c.search', filter.q, synonyms);
  const add = (sql: string, ...values: unknown[]) => conditions.push({ sql, values });
  if (filter.dueFrom !== null || filter.dueTo !== null) {
    conditions.push(within(deadline, { from: filter.dueFrom, until: filter.dueTo }));
  }
  if (filter.agreement !== null) add('c.agreement_id = ?', filter.agreement);
  if (filter.zone !== null) add('c.zone_ids @> ARRAY[?::uuid]', filter.zone);
  if (filter.organisation !== null) {
    add(
      `c.agreement_id IN (SELECT agreement_id FROM party WHERE organisation_id = ${ASKED_FOR})`,
      filter.organisation,
    );
  }
  if (filter.obligor !== null) {
    add(
      `(c.agreement_id, c.obligor_party_id) IN (SELECT agreement_id, id FROM party WHERE organisation_id = ${ASKED_FOR})`,
      filter.obligor,
    );
  }
  return conditions;
}

/** Everything that narrows a list of commitments `c` and their agreements `a`, on a day. */
export function conditionsOf(
  filter: CommitmentFilter,
  today: CalendarDate,
  synonyms: SynonymGroups,
): Condition[] {
  return [...Object.values(chosenOf(filter, today)).flat(), ...conditionsBeside(filter, synonyms)];
}

/** The facets of a list with what was chosen of each. */
export function facetsOf(filter: CommitmentFilter, today: CalendarDate): Facet<CommitmentFacetCode>[] {
  const chosen = chosenOf(filter, today);
  const values: Readonly<Record<CommitmentFacetCode, FacetValues>> = {
    status: { one: statusOn(today) },
    kind: { one: plain('c.kind') },
    level: { one: plain('c.level') },
    sector: {
      several:
        'SELECT c.id, unnest(a.sector_codes) AS value FROM commitment c JOIN agreement a ON a.id = c.agreement_id',
    },
    region: { several: 'SELECT c.id, unnest(c.region_codes) AS value FROM commitment c' },
    deadlineYear: { one: plain(YEAR) },
  };
  return COMMITMENT_FACETS.map((code) => ({
    code,
    values: values[code],
    chosen: chosen[code].length === 0 ? null : together(chosen[code]),
  }));
}

const plain = (sql: string): Condition => ({ sql, values: [] });

const together = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});

/** The status of the row `c` on a day: the same places and windows as those by which a list is filtered. */
function statusOn(today: CalendarDate): Condition {
  const cases = DELIVERY_STATUSES.map((status) => ({
    status,
    ...together(withStatus([status], today, DEADLINE)),
  }));
  return {
    sql: `CASE ${cases.map(({ sql, status }) => `WHEN ${sql} THEN '${status}'`).join(' ')} END`,
    values: cases.flatMap(({ values }) => values),
  };
}

/**
 * Statuses of what is open are told by their deadlines and by what was reported; the outer bounds of several are read
 * from the index, and each row is then looked at. What a decision or the agreement's standing decides stands beside.
 */
function withStatus(
  statuses: readonly DeliveryStatus[],
  today: CalendarDate,
  deadline: DeadlineKey,
): Condition[] {
  const cases = statuses.map((status) => caseOf(status, today));
  const [dated, undated] = [cases.filter(isDated), cases.filter((one) => !isDated(one))];
  const open = dated.map((one) => atDeadline(one, deadline));
  const elsewhere = undated.map(({ place, reported = null }) =>
    plain(`(${liesIn(place)}) AND ${reportedAs(reported)}`),
  );
  const running = plain(`${STANDS.running} AND ${UNDECIDED}`);
  if (dated.length === 0) return [anyOf(elsewhere)];
  if (undated.length > 0) return [anyOf([together([anyOf(open), running]), ...elsewhere])];
  const bounds = boundsOf(dated);
  return [...(bounds && dated.length > 1 ? [within(deadline, bounds)] : []), anyOf(open), running];
}

const isDated = ({ window }: StatusCase) => window !== 'any';

function atDeadline({ window, reported = null }: StatusCase, deadline: DeadlineKey): Condition {
  if (window === 'any') throw new RangeError('a status without a deadline');
  const told = plain(reportedAs(reported));
  if (window !== 'none') return together([within(deadline, window), told]);
  return together([{ sql: `${deadline.key} = CAST(? AS date)`, values: [deadline.absent] }, told]);
}

function anyOf(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' OR '),
    values: conditions.flatMap(({ values }) => values),
  };
}

function within({ key }: DeadlineKey, { from, until }: DaySpan): Condition {
  return {
    sql: `${key} BETWEEN CAST(? AS date) AND CAST(? AS date)`,
    values: [from ?? EARLIEST_DAY, until ?? LATEST_DAY],
  };
}
