/** The role under which everything runs that an investor asks for. Nobody signs in with it. */
export const INVESTOR_ROLE = 'mithaq_investor';

/** What that role may do with a table: a privilege alone, or with the columns it is for. */
export interface OpenTable {
  readonly may: readonly string[];
  /** Which rows, as SQL; all of them when left out. */
  readonly rows?: string;
  /** Which rows may be written, where those are fewer. */
  readonly written?: string;
}

/** A record that was merged goes with the one that stays. */
const OWN_ORGANISATION = `EXISTS (SELECT FROM organisation o WHERE o.id = organisation_id
  AND coalesce(o.merged_into, o.id) = ANY (investor_organisations()))`;
const SEEN_AGREEMENT = 'EXISTS (SELECT FROM agreement a WHERE a.id = agreement_id)';
const OWN_ACCOUNT = 'account_id = investor_account()';
const READ = { may: ['SELECT'] } as const;
const OWN: OpenTable = { may: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'], rows: OWN_ACCOUNT };
const HANGS_ON_AGREEMENT: OpenTable = { ...READ, rows: SEEN_AGREEMENT };

/** A subject is an invitation that is seen, or the account itself. */
const OWN_SUBJECT = `EXISTS (SELECT FROM invitation i WHERE i.id = invitation_id) OR ${OWN_ACCOUNT}`;

/**
 * The second wall: what an investor's session finds in the database, whatever the query. A table of the register is
 * here or among the closed ones; a test holds the two lists against the schema. Each condition is a policy, and what
 * it asks of other tables meets theirs.
 */
export const OPEN_TO_INVESTORS: Readonly<Record<string, OpenTable>> = {
  agreement: { ...READ, rows: 'published OR id IN (SELECT agreements_of_investor())' },
  // Of what is public the current version; of their own agreements every version there was.
  agreement_version: {
    ...READ,
    rows: `CASE state WHEN 'current' THEN ${SEEN_AGREEMENT}
             ELSE agreement_id IN (SELECT agreements_of_investor()) END`,
  },
  party: HANGS_ON_AGREEMENT,
  signatory: HANGS_ON_AGREEMENT,
  commitment: HANGS_ON_AGREEMENT,
  milestone: HANGS_ON_AGREEMENT,
  citation: HANGS_ON_AGREEMENT,
  deadline_move: HANGS_ON_AGREEMENT,
  // What was decided about a promise; why, and by whom, stays in the house.
  commitment_decision: {
    may: ['SELECT (id, agreement_id, commitment_id, outcome, decided_on, recorded_on, withdrawn_on)'],
    rows: SEEN_AGREEMENT,
  },
  // What their own organisations ask for, of promises that they owe; an answer is read and not written.
  change_request: {
    may: [
      `SELECT (id, agreement_id, commitment_id, organisation_id, what, proposed_text, proposed_deadline, proposed_value,
        reason, state, asked_on, closed_on, closing_reason, draft_id)`,
      'INSERT',
      'UPDATE (state, closed_by, closed_on, closing_reason)',
    ],
    rows: OWN_ORGANISATION,
    written: `${OWN_ORGANISATION} AND (state = 'withdrawn' OR state = 'open' AND EXISTS (
      SELECT FROM commitment c JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id
       WHERE c.id = change_request.commitment_id AND c.agreement_id = change_request.agreement_id
         AND p.organisation_id = change_request.organisation_id))`,
  },
  // What is asked of their own organisations and what they report; who decided, and what only the house thinks of it,
  // stays there. A decision is read and not written.
  report: {
    may: [
      `SELECT (id, revision, agreement_id, commitment_id, organisation_id, calendar_id, corrects_id, period_from,
        period_until, due_on, grace_until, state, content, submitted_on, on_behalf, as_of, claimed_value, waiting_since,
        waited_days, appealed, accepted_value, decided_on, decision_reason, written_by, recorded_on)`,
      'INSERT',
      `UPDATE (revision, state, content, written_by, submitted_by, submitted_on, on_behalf, as_of, claimed_value,
        waiting_since, appealed)`,
    ],
    rows: OWN_ORGANISATION,
    written: `${OWN_ORGANISATION}
              AND state IN ('draft', 'returned', 'submitted', 'withdrawn', 'disputed')`,
  },
  // When their agreements report; who says so, and why it ended, stays in the house.
  reporting_calendar: {
    may: ['SELECT (id, agreement_id, rhythm, dates, from_day, due_days, grace_days, recorded_on, ended_on)'],
    rows: 'agreement_id IN (SELECT agreements_of_investor())',
  },
  report_step: {
    may: [
      'SELECT (report_id, number, action, from_state, to_state, reason, accepted_value, form, form_sha256, recorded_on, recorded_at)',
      'INSERT',
    ],
    rows: 'EXISTS (SELECT FROM report r WHERE r.id = report_id)',
  },
  // What they sent in, without what it says: a file that names people is opened by its verifier alone.
  report_evidence: {
    may: ['SELECT', 'INSERT', 'UPDATE (withdrawn_on)'],
    rows: 'EXISTS (SELECT FROM report r WHERE r.id = report_id)',
    written: `erased_on IS NULL AND EXISTS (
      SELECT FROM report r WHERE r.id = report_id AND r.state IN ('draft', 'returned'))`,
  },
  // What their own organisations were told before a word is said about them, and what they reply.
  reply_notice: {
    may: [
      `SELECT (id, agreement_id, commitment_id, organisation_id, word, last_day, channel, sent_on, replies_until,
        mail_state, recorded_on, reply, replied_on, on_behalf)`,
      'UPDATE (reply, replied_by, replied_on, on_behalf)',
    ],
    rows: OWN_ORGANISATION,
  },
  // How their own promises stand; of others what is public: that one was met.
  delivery_standing: {
    ...READ,
    rows: `agreement_id IN (SELECT agreements_of_investor()) OR reached IS NOT NULL AND ${SEEN_AGREEMENT}`,
  },
  // Accepted figures are as public as the promise.
  accepted_observation: { ...READ, rows: SEEN_AGREEMENT },
  // From where a value counts, of promises they see.
  counting_rule: { may: ['SELECT (commitment_id, agreement_id, rule, chosen_on)'], rows: SEEN_AGREEMENT },
  // Of drafts only which one takes up what they asked for.
  agreement_draft: {
    may: ['SELECT (id, number, state)'],
    rows: 'EXISTS (SELECT FROM change_request r WHERE r.draft_id = agreement_draft.id)',
  },
  // Which promises a successor dropped.
  successor_mapping: {
    may: ['SELECT (agreement_id, step_number, commitment_id, fate)'],
    rows: SEEN_AGREEMENT,
  },
  // Files are never public: of their own agreements, what was signed, and nothing that was withdrawn.
  agreement_file: {
    ...READ,
    rows: `agreement_id IN (SELECT agreements_of_investor()) AND withdrawn_at IS NULL
           AND role IN ('signed_text', 'amendment', 'annex')`,
  },
  stored_file: {
    may: ['SELECT', 'INSERT'],
    rows: `EXISTS (SELECT FROM agreement_file f WHERE f.sha256 = stored_file.sha256)
           OR EXISTS (SELECT FROM report_evidence e WHERE e.stored_sha256 = stored_file.sha256)`,
    written: 'true',
  },
  // On whose ground stays in the house; from when until when concerns whoever promised something.
  suspension: {
    may: ['SELECT (id, agreement_id, from_day, expected_end, ended_on, begun_by_step, ended_by_step)'],
    rows: SEEN_AGREEMENT,
  },
  // In which state an agreement was until when; who took the step, and why, stays in the house.
  legal_step: {
    may: ['SELECT (agreement_id, number, from_state, to_state, recorded_on)'],
    rows: SEEN_AGREEMENT,
  },
  agreement_link: {
    ...READ,
    rows: `withdrawn_on IS NULL
           AND EXISTS (SELECT FROM agreement a WHERE a.id = from_agreement_id)
           AND EXISTS (SELECT FROM agreement a WHERE a.id = to_agreement_id)`,
  },
  // Two promises that count once; why somebody says so is not asked for them.
  promise_link: {
    may: [
      'SELECT (id, kind, from_agreement_id, from_commitment_id, to_agreement_id, to_commitment_id, withdrawn_on, recorded_on)',
    ],
    rows: `withdrawn_on IS NULL
           AND EXISTS (SELECT FROM agreement a WHERE a.id = from_agreement_id)
           AND EXISTS (SELECT FROM agreement a WHERE a.id = to_agreement_id)`,
  },
  signing_event: { ...READ, rows: 'EXISTS (SELECT FROM agreement a WHERE a.event_id = signing_event.id)' },
  // National figures are public, and so is where they come from.
  source: {
    ...READ,
    rows: `EXISTS (SELECT FROM citation c WHERE c.source_id = source.id)
           OR EXISTS (SELECT FROM indicator_figure f WHERE f.source_id = source.id)`,
  },
  organisation: {
    ...READ,
    rows: `coalesce(merged_into, id) = ANY (investor_organisations())
           OR EXISTS (SELECT FROM party p WHERE p.organisation_id = coalesce(organisation.merged_into, organisation.id))`,
  },
  organisation_variant: {
    ...READ,
    rows: 'EXISTS (SELECT FROM organisation o WHERE o.id = organisation_id)',
  },
  // Of whoever signed what they see, which record stays; names are personal values.
  person: {
    may: ['SELECT (id, merged_into)'],
    rows: 'EXISTS (SELECT FROM signatory s WHERE s.person_id = coalesce(person.merged_into, person.id))',
  },
  // The contacts of their own organisation; who signed what they see, and as what.
  personal_value: {
    ...READ,
    rows: `CASE kind
             WHEN 'contact' THEN organisation_id = ANY (investor_organisations())
             WHEN 'name' THEN preferred
               AND EXISTS (SELECT FROM signatory s WHERE s.person_id = personal_value.person_id)
             WHEN 'capacity' THEN EXISTS (SELECT FROM signatory s WHERE s.capacity_value_id = personal_value.id)
             ELSE false END`,
  },
  // Queries join it to name who follows an agreement, and find nobody.
  position: { ...READ, rows: 'false' },

  country_profile: READ,
  region: READ,
  zone: READ,
  sector: READ,
  holiday: READ,
  indicator: READ,
  indicator_figure: READ,
  // What a national figure read before, and why it was corrected; by whom stays in the house.
  indicator_figure_correction: {
    may: ['SELECT (figure_id, number, value, period, period_absence, qualifier, note, reason, corrected_on)'],
  },
  indicator_series: READ,

  account: {
    may: ['SELECT', 'UPDATE (name, language, password_hash, revision)'],
    rows: 'id = investor_account()',
  },
  role_grant: { ...READ, rows: OWN_ACCOUNT },
  session: OWN,
  second_factor: OWN,
  recovery_code: OWN,
  api_token: OWN,
  saved_view: OWN,
  idempotency_key: OWN,
  // Digests of what was tried, counted for everybody alike.
  sign_in_failure: { may: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] },

  invitation: {
    may: ['SELECT', 'INSERT', 'UPDATE'],
    rows: 'organisation_id = ANY (investor_organisations())',
    written: `organisation_id = ANY (investor_organisations()) AND investor_role = 'investor_editor'`,
  },
  invited_grant: { ...READ, rows: 'EXISTS (SELECT FROM invitation i WHERE i.id = invitation_id)' },
  single_use_link: { may: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'], rows: OWN_SUBJECT },
  identity_mail: { may: ['SELECT', 'INSERT', 'UPDATE'], rows: OWN_SUBJECT },

  // An investor's own doing is noted, and not read; the columns are those that writing a row gives back.
  audit_entry: {
    may: ['INSERT', 'SELECT (id, actor, on_behalf_of, recorded_at)'],
    rows: `'account:' || investor_account() IN (actor, on_behalf_of)`,
  },
  audit_personal_value: {
    may: ['INSERT'],
    rows: 'EXISTS (SELECT FROM audit_entry e WHERE e.id = entry_id)',
  },
  outbox: { may: ['INSERT'] },
};

/** What no investor's session has anything to do with. */
export const CLOSED_TO_INVESTORS: readonly string[] = [
  'agreement_comparison',
  'alert_condition',
  'alert_notification',
  'alert_occurrence',
  'audit_checkpoint',
  'audit_link',
  'audit_unsealed',
  'audit_verification',
  'contradiction',
  'contradiction_decision',
  'condition_precedent',
  'data_request',
  'duplicate_decision',
  'duplicate_suggestion',
  'file_store',
  'finding',
  'finding_run',
  'draft_override',
  'draft_save',
  'draft_step',
  // A view looks at tables by right of its owner, past their policies.
  'live_deadline',
  'organisation_merge',
  'person_merge',
  'planner_run',
  'process_heartbeat',
  'processing',
  'provider_attempt',
  'provider_identity',
  'reference_counter',
  'reopening_consent',
  'request_count',
  'retention_run',
  'schema_migration',
  'sent_mail',
  'settled_subject',
];
