import type { DataSource } from 'typeorm';
import { newId } from '@app/platform';

export interface WatchedDeadline {
  readonly subjectType: 'commitment' | 'milestone';
  readonly subjectId: string;
  readonly agreementId: string;
}

export interface DeadlineToWatch {
  readonly lastDay: string | null;
  readonly recordedOn?: string;
  readonly signedOn?: string | null;
  readonly legalState?: string;
  /** A convention unless it says so: what nobody has to follow up. */
  readonly instrument?: 'memorandum_of_understanding' | 'investment_convention';
  readonly milestone?: boolean;
  /** Whether the promise names who owes it; with `contact` it can be reached. */
  readonly obligor?: 'none' | 'described' | 'named';
  readonly contact?: { readonly email: string; readonly language: string };
}

/** A register of agreements with one watched deadline each, written by SQL: the planner looks at nothing else. */
export class AlertsRegister {
  readonly ownerId = newId();
  readonly ownerAccountId = newId();
  private agreements = 0;

  constructor(private readonly db: DataSource) {}

  async begin({ roles = [] as string[], language = 'fr' } = {}): Promise<void> {
    await this.addAccount({ id: this.ownerAccountId, email: 'owner@mithaq.test', language, roles });
    await this.db.query(
      `INSERT INTO "position" (id, key, name_fr, name_en, holder_account_id)
       VALUES ($1, 'register-owner', 'Responsable du registre', 'Owner of the register', $2)`,
      [this.ownerId, this.ownerAccountId],
    );
  }

  async addAccount(account: {
    id?: string;
    email: string;
    language: string;
    roles?: string[];
  }): Promise<string> {
    const id = account.id ?? newId();
    await this.db.query(
      `INSERT INTO account (id, email, language, password_hash) VALUES ($1, $2, $3, '$argon2id$none')`,
      [id, account.email, account.language],
    );
    for (const role of account.roles ?? []) {
      await this.db.query(
        `INSERT INTO role_grant (id, account_id, account_kind, role, scope_kind, granted_at)
         VALUES ($1, $2, 'staff', $3, 'country', '2026-01-01')`,
        [newId(), id, role],
      );
    }
    return id;
  }

  /** An agreement with one commitment, whose deadline or whose milestone's is watched. */
  async watch(deadline: DeadlineToWatch): Promise<WatchedDeadline> {
    const { lastDay, milestone = false, legalState = 'signed', signedOn = '2025-04-15' } = deadline;
    const { recordedOn = '2026-11-23', obligor = 'none', contact } = deadline;
    const { instrument = 'investment_convention' } = deadline;
    this.agreements += 1;
    const agreementId = newId();
    const commitmentId = newId();
    const number = String(this.agreements).padStart(4, '0');
    await this.db.query(
      `INSERT INTO agreement (id, reference, title_ar, title_fr, title_en, title_status, instrument_type, legal_state,
         signed_stated, signed_precision, signed_first_day, signed_last_day, signed_absence, sourcing,
         owner_position_id, version_number, recorded_on, recorded_at, search_source)
       VALUES ($1, $2, 'اتفاق خيالي ' || $3, 'Accord fictif ' || $3, 'Fictional agreement ' || $3, 'descriptive',
         $8, $4, $5::text, CASE WHEN $5::text IS NOT NULL THEN 'day' END, $5::date, $5::date,
         CASE WHEN $5::text IS NULL THEN 'not_published' END, 'one_source', $6, 1, $7::date, $7::date, 'x')`,
      [agreementId, `MIT-2026-${number}`, number, legalState, signedOn, this.ownerId, recordedOn, instrument],
    );
    await this.db.query(
      `INSERT INTO agreement_version (agreement_id, number, state, document, document_sha256, recorded_by, recorded_at,
         kind, recorded_on)
       VALUES ($1, 1, 'current', '{}', repeat('0', 64), 'system:test', $2::date, 'first', $2::date)`,
      [agreementId, recordedOn],
    );
    const partyId = obligor === 'none' ? null : await this.addObligor(agreementId, obligor, contact);
    const own = milestone ? '2099-12-31' : lastDay;
    await this.db.query(
      `INSERT INTO commitment (id, agreement_id, rank, kind, title_ar, title_fr, title_en, measure, qualifier, value,
         unit, relation, stability, basis, level, obligor_party_id, deadline_stated, deadline_precision, last_day,
         deadline_absence, place_scope, recorded_on, search_source)
       VALUES ($1, $2, 0, 'jobs', 'مناصب شغل', 'Emplois', 'Jobs', 'quantity', 'more_than', 1000, 'jobs', 'direct',
         'stable', 'new', 'firm', $3, $4::text, CASE WHEN $4::text IS NOT NULL THEN 'day' END, $4::date,
         CASE WHEN $4::text IS NULL THEN 'not_stated' END, 'nationwide', $5::date, 'x')`,
      [commitmentId, agreementId, partyId, own, recordedOn],
    );
    if (!milestone) return { subjectType: 'commitment', subjectId: commitmentId, agreementId };
    const milestoneId = newId();
    await this.db.query(
      `INSERT INTO milestone (id, agreement_id, commitment_id, rank, standing, title_ar, title_fr, title_en, qualifier,
         value, unit, relation, stability, basis, level, deadline_stated, deadline_precision, last_day, recorded_on)
       VALUES ($1, $2, $3, 0, 'published', 'مرحلة أولى', 'Première étape', 'First stage', 'at_least', 500, 'jobs',
         'direct', 'not_stated', 'new', 'firm', $4::text, 'day', $4::date, $5::date)`,
      [milestoneId, agreementId, commitmentId, lastDay, recordedOn],
    );
    // The milestone is watched alone.
    await this.db.query(
      `UPDATE commitment SET deadline_stated = NULL, deadline_precision = NULL, last_day = NULL,
         deadline_absence = 'not_stated' WHERE id = $1`,
      [commitmentId],
    );
    return { subjectType: 'milestone', subjectId: milestoneId, agreementId };
  }

  /** Suspends an agreement as its legal step would. */
  async suspend(agreementId: string, on: string, ground: string, expectedEnd: string | null): Promise<void> {
    const number = await this.addStep(agreementId, 'suspend', 'in_force', 'suspended', on);
    await this.db.query(
      `INSERT INTO suspension (id, agreement_id, ground, from_day, expected_end, begun_by_step)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [newId(), agreementId, ground, on, expectedEnd, number],
    );
    await this.setLegalState(agreementId, 'suspended');
  }

  /** Resumes an agreement, which shifts the watched deadline to another day, or none of them. */
  async resume(watched: WatchedDeadline, on: string, to: string | null): Promise<number> {
    const { agreementId } = watched;
    const [{ version }] = await this.db.query<[{ version: number }]>(
      'SELECT max(number) + 1 AS version FROM agreement_version WHERE agreement_id = $1',
      [agreementId],
    );
    if (to !== null) {
      await this.db.query(
        `UPDATE agreement_version SET state = 'superseded' WHERE agreement_id = $1 AND state = 'current'`,
        [agreementId],
      );
      await this.db.query(
        `INSERT INTO agreement_version (agreement_id, number, state, document, document_sha256, recorded_by, recorded_at,
           kind, recorded_on)
         VALUES ($1, $2, 'current', '{}', repeat('2', 64), 'system:test', $3::date, 'suspension', $3::date)`,
        [agreementId, version, on],
      );
      await this.move(watched, to, on, { version, act: 'suspension' });
    }
    const number = await this.addStep(
      agreementId,
      'resume',
      'suspended',
      'in_force',
      on,
      to === null ? null : version,
    );
    await this.db.query(
      `UPDATE suspension SET ended_on = $2, ended_by_step = $3, shift_rule = $4 WHERE agreement_id = $1 AND ended_on IS NULL`,
      [agreementId, on, number, to === null ? 'none' : 'whole_interval'],
    );
    await this.setLegalState(agreementId, 'in_force');
    return number;
  }

  private async addStep(
    agreementId: string,
    action: string,
    from: string,
    to: string,
    on: string,
    version: number | null = null,
  ): Promise<number> {
    const [{ number }] = await this.db.query<[{ number: number }]>(
      `INSERT INTO legal_step (id, agreement_id, number, action, from_state, to_state, on_stated, on_first_day, on_last_day,
         reason, taken_by, version_number, recorded_on, taken_at)
       SELECT $1, $2, 1 + (SELECT count(*) FROM legal_step WHERE agreement_id = $2), $3, $4, $5, $6::text, $6::date, $6::date,
              'a test', 'system:test', $7, $6::date, $6::date RETURNING number`,
      [newId(), agreementId, action, from, to, on, version],
    );
    return number;
  }

  /** Moves a deadline by an amendment, as its version says. */
  async amend(
    watched: WatchedDeadline,
    to: string,
    on: string,
    act: { readonly number: string; readonly effectiveOn: string },
  ): Promise<void> {
    await this.recordAmendment(watched, on, act);
    await this.move(watched, to, on, { version: 2, effectiveOn: act.effectiveOn });
  }

  /** The second version of an agreement, by an amendment that moves nothing. */
  async recordAmendment(
    { agreementId }: WatchedDeadline,
    on: string,
    act: { readonly number: string; readonly effectiveOn: string },
  ): Promise<void> {
    await this.db.query(`UPDATE agreement_version SET state = 'superseded' WHERE agreement_id = $1`, [
      agreementId,
    ]);
    await this.db.query(
      `INSERT INTO agreement_version (agreement_id, number, state, document, document_sha256, recorded_by, recorded_at,
         kind, recorded_on, amendment, effective_on)
       VALUES ($1, 2, 'current', '{}', repeat('1', 64), 'system:test', $2::date, 'amendment', $2::date, $3, $4)`,
      [agreementId, on, JSON.stringify({ ...act, signedOn: on }), act.effectiveOn],
    );
    await this.db.query('UPDATE agreement SET version_number = 2 WHERE id = $1', [agreementId]);
  }

  /** Moves a deadline as a new version of the agreement would, with its row in `deadline_move`. */
  async move(
    { subjectType, subjectId, agreementId }: WatchedDeadline,
    to: string | null,
    on: string,
    { version = 1, effectiveOn = on, act = 'amendment' } = {},
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO deadline_move (id, agreement_id, subject_type, subject_id, number, old_stated, old_last_day,
         new_stated, new_last_day, version_number, recorded_by, recorded_on, act, effective_on)
       SELECT $1, $2, $3, $4, 1 + (SELECT count(*) FROM deadline_move WHERE subject_id = $4), deadline_stated, last_day,
              $5::text, $5::date, $7, 'system:test', $6::date, $8, $9::date
         FROM ${subjectType} WHERE id = $4`,
      [newId(), agreementId, subjectType, subjectId, to, on, version, act, effectiveOn],
    );
    const absence =
      subjectType === 'commitment'
        ? `, deadline_absence = CASE WHEN $2::text IS NULL THEN 'not_stated' END`
        : '';
    await this.db.query(
      `UPDATE ${subjectType} SET deadline_stated = $2::text, last_day = $2::date,
         deadline_precision = CASE WHEN $2::text IS NOT NULL THEN 'day' END${absence} WHERE id = $1`,
      [subjectId, to],
    );
  }

  async setLegalState(agreementId: string, state: string): Promise<void> {
    await this.db.query('UPDATE agreement SET legal_state = $2 WHERE id = $1', [agreementId, state]);
  }

  /** Whoever owes one watched commitment owes another one too. */
  async letOwe(of: WatchedDeadline, too: WatchedDeadline): Promise<void> {
    await this.db.query(
      `UPDATE party SET organisation_id = (SELECT organisation_id FROM party WHERE agreement_id = $1) WHERE agreement_id = $2`,
      [of.agreementId, too.agreementId],
    );
  }

  /** The organisation that owes a watched commitment is merged into another one, with a contact, as a merge leaves it. */
  async mergeObligor({ agreementId }: WatchedDeadline, contact: { email: string; language: string }) {
    const keptId = newId();
    await this.db.query(
      `INSERT INTO organisation (id, name_fr, kind, search_source) VALUES ($1, 'Société qui reste', 'company', 'x')`,
      [keptId],
    );
    await this.db.query(
      `INSERT INTO personal_value (id, kind, organisation_id, value, language) VALUES ($1, 'contact', $2, $3, $4)`,
      [newId(), keptId, contact.email, contact.language],
    );
    await this.db.query(
      `UPDATE organisation SET merged_into = $1
        WHERE id IN (SELECT organisation_id FROM party WHERE agreement_id = $2)`,
      [keptId, agreementId],
    );
    for (const table of ['party', 'role_grant']) {
      await this.db.query(
        `UPDATE ${table} SET organisation_id = $1
          WHERE organisation_id IN (SELECT id FROM organisation WHERE merged_into = $1)`,
        [keptId],
      );
    }
  }

  private async addObligor(
    agreementId: string,
    obligor: 'described' | 'named',
    contact: DeadlineToWatch['contact'],
  ): Promise<string> {
    const organisationId = obligor === 'named' ? newId() : null;
    if (organisationId) {
      await this.db.query(
        `INSERT INTO organisation (id, name_fr, kind, search_source) VALUES ($1, $2, 'company', 'x')`,
        [organisationId, `Société fictive ${this.agreements}`],
      );
    }
    if (organisationId && contact) {
      await this.db.query(
        `INSERT INTO personal_value (id, kind, organisation_id, value, language) VALUES ($1, 'contact', $2, $3, $4)`,
        [newId(), organisationId, contact.email, contact.language],
      );
    }
    const partyId = newId();
    await this.db.query(
      `INSERT INTO party (id, agreement_id, rank, role, organisation_id, described_fr, certainty)
       VALUES ($1, $2, 0, 'investor', $3, $4, 'stated')`,
      [partyId, agreementId, organisationId, organisationId ? null : 'quatre sociétés'],
    );
    return partyId;
  }
}
