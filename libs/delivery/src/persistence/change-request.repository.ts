import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { Condition, Page, PageRequest, Transactions, joinConditions, readPage } from '@app/platform';
import type { Changeable, RequestState } from '../domain/change-request';
import type { Outcome } from '../domain/settlement';
import { DECISION } from './decision.sql';

/** A request as it stands. Who wrote it and who answered is not asked for investors. */
export interface ChangeRequestRow {
  readonly id: string;
  readonly agreementId: string;
  readonly commitmentId: string;
  readonly organisationId: string;
  readonly what: Changeable;
  readonly text: string | null;
  readonly deadline: string | null;
  readonly value: number | null;
  readonly reason: string;
  readonly state: RequestState;
  readonly askedOn: CalendarDate;
  readonly askedBy: string | null;
  readonly closedOn: CalendarDate | null;
  readonly closedBy: string | null;
  readonly closingReason: string | null;
  /** The draft that takes it up, and the version that it became. */
  readonly draftNumber: number | null;
  readonly draftState: string | null;
}

/** A promise as far as asking for a change of it looks. */
export interface AskedPromise {
  readonly agreementId: string;
  readonly legalState: string;
  readonly decision: Outcome | null;
  /** Null where the papers do not name who owes it. */
  readonly obligorId: string | null;
  readonly isOpen: boolean;
}

/** Who asked; of a record that was merged, the one that stays. What was asked never changes. */
export const ASKER = 'coalesce(asker.merged_into, r.organisation_id)';

const COMMON = `r.id, r.agreement_id AS "agreementId", r.commitment_id AS "commitmentId",
  ${ASKER} AS "organisationId", r.what, r.proposed_text AS text, r.proposed_deadline AS deadline,
  r.proposed_value AS value, r.reason, r.state, r.asked_on AS "askedOn", r.closed_on AS "closedOn",
  r.closing_reason AS "closingReason", d.number AS "draftNumber", d.state AS "draftState"`;
const OF_THE_HOUSE = `${COMMON}, r.asked_by AS "askedBy", r.closed_by AS "closedBy"`;
const OF_INVESTORS = `${COMMON}, NULL AS "askedBy", NULL AS "closedBy"`;

const REQUESTS = `change_request r LEFT JOIN agreement_draft d ON d.id = r.draft_id
  LEFT JOIN organisation asker ON asker.id = r.organisation_id`;

/** Reads what whoever promised asked for. */
@Injectable()
export class ChangeRequestRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The latest first. */
  list(
    conditions: readonly Condition[],
    ofTheHouse: boolean,
    page: PageRequest,
  ): Promise<Page<ChangeRequestRow>> {
    return readPage<ChangeRequestRow>(
      this.transactions.reader,
      {
        select: ofTheHouse ? OF_THE_HOUSE : OF_INVESTORS,
        from: REQUESTS,
        conditions: [...conditions],
        sort: { keys: [{ sql: 'r.id', type: 'uuid' }], descending: true },
      },
      page,
    );
  }

  async find(
    id: string,
    conditions: readonly Condition[],
    ofTheHouse: boolean,
  ): Promise<ChangeRequestRow | null> {
    const { where, values } = joinConditions([{ sql: 'r.id = ?', values: [id] }, ...conditions]);
    const [row] = await this.transactions.reader.query<ChangeRequestRow[]>(
      `SELECT ${ofTheHouse ? OF_THE_HOUSE : OF_INVESTORS} FROM ${REQUESTS} ${where}`,
      values,
    );
    return row ?? null;
  }

  /** A promise in scope, for whoever may owe it; null when there is none with this id. */
  async promise(commitmentId: string, scope: readonly Condition[]): Promise<AskedPromise | null> {
    const { where, values } = joinConditions([{ sql: 'c.id = ?', values: [commitmentId] }, ...scope]);
    const [row] = await this.transactions.reader.query<AskedPromise[]>(
      `SELECT c.agreement_id AS "agreementId", a.legal_state AS "legalState", ${DECISION} AS decision,
              p.organisation_id AS "obligorId",
              EXISTS (SELECT FROM change_request r JOIN organisation asker ON asker.id = r.organisation_id
                       WHERE r.commitment_id = c.id AND r.state = 'open' AND ${ASKER} = p.organisation_id) AS "isOpen"
         FROM commitment c JOIN agreement a ON a.id = c.agreement_id
         LEFT JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id ${where}`,
      values,
    );
    return row ?? null;
  }

  /** The open draft of an amendment; null when there is none. */
  async openAmendment(agreementId: string): Promise<string | null> {
    const [row] = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT id FROM agreement_draft WHERE agreement_id = $1 AND kind = 'amendment'
          AND state IN ('draft', 'submitted', 'returned', 'verified')`,
      [agreementId],
    );
    return row?.id ?? null;
  }
}
