import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type LocalizedText, RecordNotFound, type RoleGrant } from '@app/kernel';
import { type Condition, type Page, type PageRequest, Transactions, newId, readPage } from '@app/platform';
import {
  type Invitation,
  type InvitationMail,
  type InvitationSight,
  type InvitationState,
  LIVE_INVITATION_STATES,
  isLive,
  stateAt,
} from '../domain/invitation';
import type { InvestorRole, StaffRole } from '../domain/roles';
import { InvitationEntity, InvitedGrantEntity } from './invitation.entities';

/** Which invitations a list shows. */
export interface InvitationFilter {
  readonly state?: InvitationState | null;
  readonly organisationId?: string | null;
}

/** What is new about an invitation that is issued; the rest follows. */
export interface InvitationToKeep extends Pick<
  Invitation,
  | 'id'
  | 'kind'
  | 'name'
  | 'language'
  | 'organisation'
  | 'office'
  | 'mandate'
  | 'issuedBy'
  | 'issuedAt'
  | 'expiresAt'
  | 'grants'
> {
  readonly state: 'awaiting_confirmation' | 'open';
  readonly email: string;
}

interface InvitationRow extends Omit<Invitation, 'grants' | 'organisation' | 'mandate' | 'mail'> {
  readonly organisationId: string | null;
  readonly organisationNames: LocalizedText;
  readonly investorRole: InvestorRole | null;
  readonly invited: readonly RoleGrant[];
  readonly document: string | null;
  readonly sha256: string | null;
  readonly letterOf: string | null;
  readonly letterReference: string | null;
  readonly mailState: InvitationMail['state'] | null;
  readonly mailRequestedAt: Date | null;
  readonly mailAttempts: number | null;
}

const COLUMNS = `i.id, i.kind, i.state, i.email, i.name, i.language, i.office, i.organisation_id AS "organisationId",
  jsonb_build_object('ar', i.organisation_name_ar, 'fr', i.organisation_name_fr, 'en', i.organisation_name_en)
    AS "organisationNames",
  i.investor_role AS "investorRole", i.mandate_document AS document, i.mandate_sha256 AS sha256,
  i.mandate_letter_of AS "letterOf", i.mandate_letter_reference AS "letterReference",
  i.issued_by AS "issuedBy", i.issued_at AS "issuedAt", i.confirmed_by AS "confirmedBy",
  i.confirmed_at AS "confirmedAt", i.expires_at AS "expiresAt", i.accepted_at AS "acceptedAt",
  i.withdrawn_at AS "withdrawnAt", i.erased_at AS "erasedAt",
  m.state AS "mailState", m.requested_at AS "mailRequestedAt", m.attempts AS "mailAttempts",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'scope', CASE g.scope_kind
            WHEN 'country' THEN jsonb_build_object('kind', 'country')
            ELSE jsonb_build_object('kind', g.scope_kind, 'codes', to_jsonb(g.codes)) END) ORDER BY g.role, g.id), '[]')
     FROM invited_grant g WHERE g.invitation_id = i.id) AS invited`;

const FROM = `invitation i LEFT JOIN LATERAL (
  SELECT state, requested_at, attempts FROM identity_mail WHERE invitation_id = i.id ORDER BY id DESC LIMIT 1) m ON true`;

const LATEST_FIRST = {
  keys: [
    { sql: 'i.issued_at', type: 'timestamptz' },
    { sql: 'i.id', type: 'uuid' },
  ],
  descending: true,
};

/** Reads and writes invitations. */
@Injectable()
export class InvitationRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(
    sight: InvitationSight,
    filter: InvitationFilter,
    now: Date,
    page: PageRequest,
  ): Promise<Page<Invitation>> {
    const conditions = [...within(sight), ...inState(filter.state, now)];
    if (filter.organisationId) {
      conditions.push({ sql: 'i.organisation_id = ?', values: [filter.organisationId] });
    }
    const statement = { select: COLUMNS, from: FROM, conditions, sort: LATEST_FIRST };
    const found = await readPage<InvitationRow>(this.transactions.reader, statement, page);
    return { ...found, items: found.items.map((row) => invitationOf(row, now)) };
  }

  /** @throws RecordNotFound also for what the caller does not see. */
  async find(sight: InvitationSight, id: string, now: Date): Promise<Invitation> {
    return this.read(this.transactions.reader, sight, id, now);
  }

  /** The invitation, locked. @throws RecordNotFound also for what the caller does not see. */
  async lock(tx: EntityManager, sight: InvitationSight, id: string, now: Date): Promise<Invitation> {
    await tx.query('SELECT FROM invitation WHERE id = $1 FOR UPDATE', [id]);
    return this.read(tx, sight, id, now);
  }

  /** Whoever wants to invite people of this organisation waits until this transaction ends. */
  async lockOrganisation(tx: EntityManager, organisationId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('invitations:' || $1, 0))`, [
      organisationId,
    ]);
  }

  /** Whoever wants to invite this person waits until this transaction ends. */
  async lockAddress(tx: EntityManager, email: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('invited:' || $1, 0))`, [email]);
  }

  /** Whether an invitation of this person, for this organisation or for none, still lives. */
  async isInvited(tx: EntityManager, email: string, organisationId: string | null): Promise<boolean> {
    const found = await tx.query<unknown[]>(
      `SELECT FROM invitation
        WHERE email = $1 AND organisation_id IS NOT DISTINCT FROM $2::uuid AND state = ANY ($3::text[])`,
      [email, organisationId, LIVE_INVITATION_STATES],
    );
    return found.length > 0;
  }

  /**
   * Those of the codes that name no region, or no sector. Reference lies to the right of identity: the function of the
   * migration that the trigger asks too is the one place that knows its tables.
   */
  async unknownCodes(kind: 'regions' | 'sectors', codes: readonly string[]): Promise<readonly string[]> {
    const [row] = await this.transactions.reader.query<[{ unknown: string[] }]>(
      'SELECT unknown_scope_codes($1, $2) AS unknown',
      [kind, codes],
    );
    return row.unknown;
  }

  async countLive(tx: EntityManager, organisationId: string, now: Date): Promise<number> {
    const [row] = await tx.query<[{ count: number }]>(
      `SELECT count(*) AS count FROM invitation
        WHERE organisation_id = $1 AND state = ANY ($2::text[]) AND expires_at > $3`,
      [organisationId, LIVE_INVITATION_STATES, now],
    );
    return row.count;
  }

  /** Invitations of the same person whose day has passed say so, and make room for another. */
  async closeExpired(
    tx: EntityManager,
    email: string,
    organisationId: string | null,
    now: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE invitation SET state = 'expired'
        WHERE email = $1 AND organisation_id IS NOT DISTINCT FROM $2::uuid
          AND state = ANY ($3::text[]) AND expires_at <= $4`,
      [email, organisationId, LIVE_INVITATION_STATES, now],
    );
  }

  async insert(tx: EntityManager, invitation: InvitationToKeep): Promise<void> {
    const { organisation, mandate, grants, ...own } = invitation;
    const [first] = grants;
    await tx.insert(InvitationEntity, {
      ...own,
      organisationId: organisation?.id ?? null,
      organisationNameAr: organisation?.names.ar ?? null,
      organisationNameFr: organisation?.names.fr ?? null,
      organisationNameEn: organisation?.names.en ?? null,
      investorRole: organisation ? ((first?.role ?? null) as InvestorRole | null) : null,
      mandateDocument: mandate?.document?.title ?? null,
      mandateSha256: mandate?.document?.sha256 ?? null,
      mandateLetterOf: mandate?.knownByLetterOf?.date ?? null,
      mandateLetterReference: mandate?.knownByLetterOf?.reference ?? null,
    });
    if (organisation) return;
    await tx.insert(
      InvitedGrantEntity,
      grants.map(({ role, scope }) => ({
        ...{ id: newId(), invitationId: invitation.id, role: role as StaffRole },
        scopeKind: scope.kind as InvitedGrantEntity['scopeKind'],
        codes: 'codes' in scope ? [...scope.codes] : [],
      })),
    );
  }

  async confirm(
    tx: EntityManager,
    id: string,
    by: { readonly confirmedBy: string; readonly confirmedAt: Date; readonly expiresAt: Date },
  ): Promise<void> {
    await tx.update(InvitationEntity, { id }, { ...by, state: 'open' });
  }

  async withdraw(tx: EntityManager, id: string, withdrawnBy: string, withdrawnAt: Date): Promise<void> {
    await tx.update(InvitationEntity, { id }, { state: 'withdrawn', withdrawnBy, withdrawnAt });
  }

  async accept(tx: EntityManager, id: string, acceptedBy: string, acceptedAt: Date): Promise<void> {
    await tx.update(InvitationEntity, { id }, { state: 'accepted', acceptedBy, acceptedAt });
  }

  /** Moves the day on which an open invitation ends. */
  async endOn(tx: EntityManager, id: string, expiresAt: Date): Promise<void> {
    await tx.update(InvitationEntity, { id }, { expiresAt });
  }

  private async read(db: EntityManager, sight: InvitationSight, id: string, now: Date): Promise<Invitation> {
    const { items } = await readPage<InvitationRow>(
      db,
      {
        select: COLUMNS,
        from: FROM,
        conditions: [{ sql: 'i.id = ?', values: [id] }, ...within(sight)],
        sort: LATEST_FIRST,
      },
      { limit: 1, cursor: null, exactCount: false },
    );
    const [row] = items;
    if (!row) throw new RecordNotFound();
    return invitationOf(row, now);
  }
}

function within({ organisations, ofStaff }: InvitationSight): Condition[] {
  if (organisations !== null) {
    return [{ sql: 'i.organisation_id = ANY (CAST(? AS uuid[]))', values: [organisations] }];
  }
  return ofStaff ? [] : [{ sql: `i.kind = 'investor'`, values: [] }];
}

function inState(state: InvitationState | null | undefined, now: Date): Condition[] {
  if (!state) return [];
  if (state === 'expired') {
    return [
      {
        sql: `i.state = 'expired' OR (i.state = ANY (CAST(? AS text[])) AND i.expires_at <= ?)`,
        values: [LIVE_INVITATION_STATES, now],
      },
    ];
  }
  return [
    { sql: 'i.state = ?', values: [state] },
    ...(isLive(state) ? [{ sql: 'i.expires_at > ?', values: [now] }] : []),
  ];
}

function invitationOf(row: InvitationRow, now: Date): Invitation {
  const { organisationId, organisationNames: names, investorRole, document, letterOf } = row;
  const grants: readonly RoleGrant[] =
    organisationId !== null && investorRole !== null
      ? [{ role: investorRole, scope: { kind: 'organisation', organisationId } }]
      : row.invited;
  return {
    ...{ id: row.id, kind: row.kind, email: row.email, name: row.name, language: row.language, grants },
    state: stateAt(row, now),
    organisation: organisationId === null ? null : { id: organisationId, names },
    office: row.office,
    mandate:
      document === null && letterOf === null
        ? null
        : {
            document: document === null ? null : { title: document, sha256: row.sha256 },
            knownByLetterOf: letterOf === null ? null : { date: letterOf, reference: row.letterReference },
          },
    ...{ issuedBy: row.issuedBy, issuedAt: row.issuedAt },
    ...{ confirmedBy: row.confirmedBy, confirmedAt: row.confirmedAt, expiresAt: row.expiresAt },
    ...{ acceptedAt: row.acceptedAt, withdrawnAt: row.withdrawnAt, erasedAt: row.erasedAt },
    mail:
      row.mailState === null || row.mailRequestedAt === null
        ? null
        : { state: row.mailState, requestedAt: row.mailRequestedAt, attempts: row.mailAttempts ?? 0 },
  };
}
