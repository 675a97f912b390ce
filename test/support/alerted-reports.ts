import { newId } from '@app/platform';
import type { DataSource } from 'typeorm';
import type { WatchedDeadline } from './alerts-register';

/** Reports of watched commitments, stepped as the register would, written by SQL: rules about them read nothing else. */
export class AlertedReports {
  constructor(private readonly db: DataSource) {}

  /** Opens reporting of an agreement. */
  async open({ agreementId }: WatchedDeadline, on: string): Promise<void> {
    await this.db.query(
      `INSERT INTO reporting_calendar (id, agreement_id, rhythm, dates, from_day, due_days, grace_days, recorded_by, recorded_on)
       VALUES ($1, $2, 'quarterly', '{}', $3::date, 30, 15, 'system:test', $3::date)`,
      [newId(), agreementId, on],
    );
  }

  /** Ends reporting of an agreement. */
  async close({ agreementId }: WatchedDeadline, on: string): Promise<void> {
    await this.db.query(
      `UPDATE reporting_calendar SET ended_by = 'system:test', ended_on = $2, end_reason = 'another one'
        WHERE agreement_id = $1 AND ended_on IS NULL`,
      [agreementId, on],
    );
  }

  /** Asks for a report about the quarter before a day; reporting must be open. @returns its id */
  async ask({ subjectId }: WatchedDeadline, on: string, dueOn: string): Promise<string> {
    const id = newId();
    await this.db.query(
      `INSERT INTO report (id, agreement_id, commitment_id, organisation_id, calendar_id, period_from, period_until,
         due_on, grace_until, state, content, written_by, recorded_on)
       SELECT $1, c.agreement_id, c.id, p.organisation_id, k.id, ($3::date - interval '3 months')::date, $3::date - 1,
              $4::date, $4::date + 15, 'requested', '{}', '{}', $3::date
         FROM commitment c JOIN party p ON p.id = c.obligor_party_id
         JOIN reporting_calendar k ON k.agreement_id = c.agreement_id AND k.ended_on IS NULL
        WHERE c.id = $2`,
      [id, subjectId, on, dueOn],
    );
    await this.step(id, 'request', 'requested', on);
    return id;
  }

  /** Somebody may attest for the organisation that owes a commitment. */
  async represent({ subjectId }: WatchedDeadline, email: string, language = 'en'): Promise<void> {
    await this.db.query(
      `INSERT INTO account (id, email, language, password_hash, kind) VALUES ($1, $2, $3, '$argon2id$none', 'investor')
       ON CONFLICT (email) DO NOTHING`,
      [newId(), email, language],
    );
    await this.db.query(
      `INSERT INTO role_grant (id, account_id, account_kind, role, scope_kind, organisation_id, granted_at)
       SELECT $1, k.id, 'investor', 'investor_representative', 'organisation', p.organisation_id, '2026-01-01'
         FROM commitment c JOIN party p ON p.id = c.obligor_party_id JOIN account k ON k.email = $2 WHERE c.id = $3`,
      [newId(), email, subjectId],
    );
  }

  async submit(report: string, on: string, { value = 300, onBehalf = false } = {}): Promise<void> {
    await this.db.query(
      `UPDATE report SET revision = revision + 1, state = 'submitted', submitted_by = 'account:editor', submitted_on = $2,
         as_of = period_until, claimed_value = $3, waiting_since = $2, on_behalf = $4 WHERE id = $1`,
      [report, on, value, onBehalf],
    );
    await this.step(report, 'submit', 'submitted', on);
  }

  /** Returns it with questions, after so many working days of waiting. */
  async giveBack(report: string, on: string, waited: number): Promise<void> {
    await this.db.query(
      `UPDATE report SET revision = revision + 1, state = 'returned', decided_by = 'account:verifier', decided_on = $2,
         decision_reason = 'Which sites?', waiting_since = NULL, waited_days = waited_days + $3 WHERE id = $1`,
      [report, on, waited],
    );
    await this.step(report, 'return', 'returned', on, { reason: 'Which sites?' });
  }

  /** Accepts its figure, or another one with a reason. */
  async accept(report: string, on: string, value?: number): Promise<void> {
    const reason = value === undefined ? null : 'the payroll says so';
    const to = value === undefined ? 'accepted' : 'accepted_with_reservation';
    await this.db.query(
      `UPDATE report SET revision = revision + 1, state = $4, decided_by = 'account:verifier', decided_on = $2,
         decision_reason = $5, waiting_since = NULL, accepted_value = coalesce($3, claimed_value) WHERE id = $1`,
      [report, on, value ?? null, to, reason],
    );
    await this.db.query(
      `INSERT INTO accepted_observation (id, agreement_id, commitment_id, report_id, as_of, value, rank, recorded_on)
       SELECT $2, agreement_id, commitment_id, id, as_of, accepted_value, 'company_document', $3 FROM report WHERE id = $1`,
      [report, newId(), on],
    );
    const action = value === undefined ? 'accept' : 'accept_with_reservation';
    await this.step(report, action, to, on, { reason });
  }

  async reject(report: string, on: string): Promise<void> {
    await this.db.query(
      `UPDATE report SET revision = revision + 1, state = 'rejected', decided_by = 'account:verifier', decided_on = $2,
         decision_reason = 'no proof', waiting_since = NULL, waited_days = 0 WHERE id = $1`,
      [report, on],
    );
    await this.step(report, 'reject', 'rejected', on, { reason: 'no proof' });
  }

  async appeal(report: string, on: string): Promise<void> {
    await this.db.query(
      `UPDATE report SET revision = revision + 1, state = 'submitted', appealed = true, waiting_since = $2 WHERE id = $1`,
      [report, on],
    );
    await this.step(report, 'appeal', 'submitted', on, { reason: 'the proof was there' });
  }

  async withdraw(report: string, on: string): Promise<void> {
    await this.db.query(
      `UPDATE report SET revision = revision + 1, state = 'withdrawn', waiting_since = NULL WHERE id = $1`,
      [report],
    );
    await this.step(report, 'withdraw', 'withdrawn', on, { reason: 'asked for in error' });
  }

  /** The promise that it reports on is waived. */
  async waive(report: string, on: string): Promise<void> {
    await this.db.query(
      `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by,
         recorded_on, recorded_at)
       SELECT $2, agreement_id, commitment_id, 'waived', 'no longer wanted', $3::date, 'system:test', $3::date, $3::timestamptz
         FROM report WHERE id = $1`,
      [report, newId(), on],
    );
  }

  private async step(
    report: string,
    action: string,
    to: string,
    on: string,
    { reason = null }: { readonly reason?: string | null } = {},
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO report_step (report_id, number, action, from_state, to_state, taken_by, reason, accepted_value, form,
         form_sha256, recorded_on, recorded_at)
       SELECT $1, 1 + count(s.number), $2, (array_agg(s.to_state ORDER BY s.number DESC))[1], $3, 'system:test', $4,
              CASE WHEN $2 LIKE 'accept%' THEN (SELECT accepted_value FROM report WHERE id = $1) END,
              CASE WHEN $2 = 'submit' THEN '{}' END,
              CASE WHEN $2 = 'submit' THEN encode(sha256(convert_to('{}', 'UTF8')), 'hex') END, $5::date, $5::date
         FROM report_step s WHERE s.report_id = $1`,
      [report, action, to, reason, on],
    );
  }
}
