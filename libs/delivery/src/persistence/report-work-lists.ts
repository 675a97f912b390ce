import type { CalendarDate } from '@app/kernel';
import type { Condition } from '@app/platform';
import { REPORTING_LEGAL_STATES } from '../domain/judge-reporting';
import { WAITING_STATES } from '../domain/report-workflow';
import { DECISION } from './decision.sql';
import { ANSWERABLE_AT } from './reporting.repository';

const when = (sql: string): Condition => ({ sql, values: [] });

/** What an organisation with somebody who may attest owes by the agreement of the row `a`. */
const ANSWERABLE = `commitment c JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id
  WHERE c.agreement_id = a.id AND ${DECISION} IS NULL`;

/** Agreements that run and could report, and of which nobody opened the calendar. */
export const reportingNotAgreed = {
  code: 'reporting_not_agreed',
  permissions: ['reporting.open'],
  from: 'agreement a',
  conditions: () => [
    when(`a.legal_state IN (${REPORTING_LEGAL_STATES.map((state) => `'${state}'`).join(', ')})`),
    when('NOT EXISTS (SELECT FROM reporting_calendar k WHERE k.agreement_id = a.id)'),
    when(`EXISTS (SELECT FROM ${ANSWERABLE} AND EXISTS (
      SELECT FROM role_grant g JOIN account k ON k.id = g.account_id AND k.active
       WHERE g.role = 'investor_representative' AND g.organisation_id = p.organisation_id))`),
  ],
  since: { sql: `(SELECT min(${ANSWERABLE_AT}) FROM ${ANSWERABLE})`, type: 'timestamptz' },
  id: 'a.id',
  about: `ARRAY['reporting']`,
} as const;

/** Reports that wait for a decision of somebody who did not write them. */
export const reportsToReview = {
  code: 'reports_to_review',
  permissions: ['report.verify'],
  from: 'report r JOIN agreement a ON a.id = r.agreement_id',
  conditions: (actor: string) => [
    when(`r.state IN (${WAITING_STATES.map((state) => `'${state}'`).join(', ')})`),
    { sql: 'r.submitted_by <> ? AND NOT ? = ANY (r.written_by)', values: [actor, actor] },
  ],
  since: { sql: 'r.waiting_since', type: 'date' },
  id: 'r.id',
  about: 'ARRAY[r.state]',
} as const;

/**
 * Reports that were asked for, of which the day has passed and that nobody sent in, where nothing later of the same
 * promise was sent in either: while the agreement runs and reports, and nobody decided about the promise.
 */
export const reportsLate = {
  code: 'reports_late',
  permissions: ['reporting.open'],
  from: 'report r JOIN agreement a ON a.id = r.agreement_id JOIN commitment c ON c.id = r.commitment_id',
  conditions: (_actor: string, today: CalendarDate) => [
    { sql: `r.state IN ('requested', 'draft', 'missed') AND r.due_on < ?::date`, values: [today] },
    when(`a.legal_state IN (${REPORTING_LEGAL_STATES.map((state) => `'${state}'`).join(', ')})`),
    when('EXISTS (SELECT FROM reporting_calendar k WHERE k.agreement_id = a.id AND k.ended_on IS NULL)'),
    when(`${DECISION} IS NULL`),
    when(`NOT EXISTS (SELECT FROM report later WHERE later.commitment_id = r.commitment_id
      AND later.period_until > r.period_until AND later.submitted_on IS NOT NULL)`),
  ],
  since: { sql: 'r.due_on', type: 'date' },
  id: 'r.id',
  about: 'ARRAY[r.state]',
} as const;
