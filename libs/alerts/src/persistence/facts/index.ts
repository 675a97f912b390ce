import type { FactRule } from '../../domain/rules';
import { FORECAST_CROSSES } from './forecast-crosses.sql';
import { NO_FOLLOW_UP } from './no-follow-up.sql';
import { REPORT_DUE } from './report-due.sql';
import { REPORT_RETURNED } from './report-returned.sql';
import { REPORT_WAITING } from './report-waiting.sql';
import { STALE_DATA } from './stale-data.sql';
import { SUSPENSION_ENDS } from './suspension-ends.sql';
import { VERSION_RETURNED, VERSION_SUBMITTED, VERSION_VERIFIED } from './version-waiting.sql';

/**
 * What each rule looks at: the facts that hold, `(subject_type, subject_id, agreement_id, day, counted_from, spent)`.
 * `day` names the fact in the ledger; the steps of the rule are counted from `counted_from`, `spent` of them having
 * passed before it. Each is read once in a run of the planner, and by subject before a mail goes out.
 */
export const FACTS: Readonly<Record<FactRule['code'], string>> = {
  report_due: REPORT_DUE,
  report_waiting: REPORT_WAITING,
  report_returned: REPORT_RETURNED,
  stale_data: STALE_DATA,
  forecast_crosses: FORECAST_CROSSES,
  version_submitted: VERSION_SUBMITTED,
  version_verified: VERSION_VERIFIED,
  version_returned: VERSION_RETURNED,
  no_follow_up: NO_FOLLOW_UP,
  suspension_ends: SUSPENSION_ENDS,
};

/** All facts that hold, each with its rule. */
export const ALL_FACTS = Object.entries(FACTS)
  .map(([rule, sql]) => `SELECT '${rule}'::text AS rule, f.* FROM (${sql}) AS f`)
  .join('\nUNION ALL\n');
