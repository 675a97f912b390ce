import { Injectable } from '@nestjs/common';
import { type CalendarDate, parsePublishedDate } from '@app/kernel';
import { Condition, Transactions, joinConditions } from '@app/platform';
import type { StatedDeadline } from '../domain/commitment-view';
import type { AmendmentAct, LedgerDecision, LedgerMove, LedgerVersion, StatedFigure } from '../domain/ledger';

/** Everything from which the ledger of a promise is made. */
export interface LedgerFacts {
  readonly agreementId: string;
  readonly versions: readonly LedgerVersion[];
  readonly moves: readonly LedgerMove[];
  readonly decisions: readonly LedgerDecision[];
}

interface VersionRow {
  readonly number: number;
  readonly kind: string;
  readonly reason: string | null;
  readonly amendment: AmendmentAct | null;
  readonly recordedOn: CalendarDate;
  readonly signed: boolean;
  readonly promise: {
    readonly quantity: StatedFigure | null;
    readonly deadline: { readonly stated: string } | null;
  } | null;
}

interface MoveRow extends Pick<LedgerMove, 'act' | 'effectiveOn' | 'versionNumber'> {
  readonly oldStated: string | null;
  readonly newStated: string | null;
}

/** Reads what versions said of a promise, from their documents as they were kept. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Null when no promise with this id is in scope, or when its history is not. */
  async facts(commitmentId: string, scope: readonly Condition[]): Promise<LedgerFacts | null> {
    const { reader } = this.transactions;
    const { where, values } = joinConditions([{ sql: 'c.id = ?', values: [commitmentId] }, ...scope]);
    const [found] = await reader.query<{ agreementId: string; latest: number }[]>(
      `SELECT c.agreement_id AS "agreementId", a.version_number AS latest
         FROM commitment c JOIN agreement a ON a.id = c.agreement_id ${where}`,
      values,
    );
    if (!found) return null;
    const { agreementId } = found;
    const versions = await reader.query<VersionRow[]>(
      `SELECT v.number, v.kind, v.reason, v.amendment, v.recorded_on AS "recordedOn",
              v.document ->> 'legalState' IN ('signed', 'in_force') AS signed,
              (SELECT p FROM jsonb_array_elements(v.document -> 'commitments') AS p WHERE p ->> 'id' = $2) AS promise
         FROM agreement_version v WHERE v.agreement_id = $1 ORDER BY v.number`,
      [agreementId, commitmentId],
    );
    if (versions.length !== found.latest) return null;
    const moves = await reader.query<MoveRow[]>(
      `SELECT old_stated AS "oldStated", new_stated AS "newStated", act, effective_on AS "effectiveOn",
              version_number AS "versionNumber"
         FROM deadline_move WHERE subject_type = 'commitment' AND subject_id = $1 ORDER BY number`,
      [commitmentId],
    );
    const decisions = await reader.query<LedgerDecision[]>(
      `SELECT id, outcome, decided_on AS "on", recorded_on AS "recordedOn", withdrawn_on AS "withdrawnOn"
         FROM commitment_decision WHERE commitment_id = $1 ORDER BY id`,
      [commitmentId],
    );
    return { agreementId, versions: versions.map(versionOf), moves: moves.map(moveOf), decisions };
  }
}

function versionOf({ promise, ...version }: VersionRow): LedgerVersion {
  if (promise === null) return { ...version, promise: null };
  const { quantity, deadline } = promise;
  return {
    ...version,
    promise: { figure: quantity && figureOf(quantity), deadline: deadlineOf(deadline?.stated ?? null) },
  };
}

function figureOf(quantity: StatedFigure): StatedFigure {
  const { qualifier, value, unit, relation, stability, basis, level, stated } = quantity;
  return { qualifier, value, unit, relation, stability, basis, level, stated };
}

function moveOf({ oldStated, newStated, ...move }: MoveRow): LedgerMove {
  return { ...move, old: deadlineOf(oldStated), new: deadlineOf(newStated) };
}

function deadlineOf(stated: string | null): StatedDeadline | null {
  const date = stated === null ? null : parsePublishedDate(stated);
  return date && { stated: date.stated, lastDay: date.lastDay };
}
