import type { Condition } from '@app/platform';
import { REPORTING_LEGAL_STATES } from '../domain/judge-reporting';
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
