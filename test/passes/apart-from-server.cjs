/**
 * Tests of `test/integration/` that do not run a second time on PostgreSQL 15, unless `EVERY_SERVER=1` asks for it.
 * What they hold lies before or behind the database: the form of requests and answers, who may call what, passwords,
 * sessions, links in mails, providers, uploads, and what many steps in a row come to. The statements that they cause
 * are caused by others too; whatever has SQL of its own (lists, search, totals, the planner, the outbox, the chain,
 * erasure, row security, constraints, migrations) runs on both. A new folder or file runs on both until it is named
 * here.
 */
const { join } = require('node:path');
const { ROOT } = require('./processes.cjs');

const FOLDER = join(ROOT, 'test/integration');

/** Folders and files below `test/integration/`. */
const APART_FROM_SERVER = [
  'agreements/allowed-actions.spec.ts',
  'agreements/conditions.spec.ts',
  'agreements/file-access.spec.ts',
  'agreements/file-forms.spec.ts',
  'agreements/file-transfer.spec.ts',
  'agreements/files.spec.ts',
  'agreements/findings.spec.ts',
  'agreements/legal-ends.spec.ts',
  'agreements/legal-life.spec.ts',
  'agreements/legal-model.spec.ts',
  'agreements/model.spec.ts',
  'agreements/overtaken.spec.ts',
  'agreements/publication.spec.ts',
  'agreements/story.spec.ts',
  'alerts/delegation.spec.ts',
  'alerts/notices.spec.ts',
  'alerts/smtp.spec.ts',
  'alerts/suspension-story.spec.ts',
  'alerts/system-health.spec.ts',
  'api',
  'audit/canonical-form.spec.ts',
  'audit/commands.spec.ts',
  'audit/http.spec.ts',
  'audit/verifications.spec.ts',
  'delivery/change-requests.spec.ts',
  'delivery/delivery-story.spec.ts',
  'delivery/evidence.spec.ts',
  'delivery/http.spec.ts',
  'delivery/own-commitments.spec.ts',
  'delivery/reports.spec.ts',
  'delivery/zones.spec.ts',
  'hardening',
  'identity/accounts.spec.ts',
  'identity/allowed-actions.spec.ts',
  'identity/demonstration.spec.ts',
  'identity/invitations.spec.ts',
  'identity/link-mails.spec.ts',
  'identity/notices.spec.ts',
  'identity/organisation-invitations.spec.ts',
  'identity/own-account.spec.ts',
  'identity/password-resets.spec.ts',
  'identity/provider-refusals.spec.ts',
  'identity/provider-sign-in.spec.ts',
  'identity/second-factor.spec.ts',
  'identity/sessions.spec.ts',
  'identity/setup.spec.ts',
  'identity/sign-in.spec.ts',
  'identity/tokens.spec.ts',
  'indicators/http.spec.ts',
  'organisations/http.spec.ts',
  'organisations/merge-refusals.spec.ts',
  'permissions/investor-account.spec.ts',
  'permissions/matrix.spec.ts',
  'permissions/routes.spec.ts',
  'platform/edge.spec.ts',
  'platform/files.spec.ts',
  'platform/foreign-site.spec.ts',
  'privacy/processings.spec.ts',
  'privacy/requests.spec.ts',
  'publication/real-register.spec.ts',
  'reference/calendar.spec.ts',
  'reference/holidays.spec.ts',
  'reference/http.spec.ts',
  'reference/lists.spec.ts',
  'register/fictional-country.spec.ts',
  'register/real-reminders.spec.ts',
  'web',
];

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What tells Jest to run the rest of `test/integration/`. */
function withoutThem() {
  const apart = process.env.EVERY_SERVER === '1' ? [] : APART_FROM_SERVER;
  const patterns = apart.map((name) => `${escaped(join(FOLDER, name))}(/|$)`);
  return [`${FOLDER}/`, '--testPathIgnorePatterns', '/node_modules/', ...patterns];
}

module.exports = { APART_FROM_SERVER, FOLDER, withoutThem };
