import { Injectable } from '@nestjs/common';
import {
  Actor,
  AuditKind,
  AuditTrail,
  Changed,
  ChangedField,
  auditKind,
  changedFields,
  Principal,
} from '@app/audit';
import { CalendarDate, RecordIsStale, RecordNotFound } from '@app/kernel';
import { Outbox, Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import type { AgreementDocument } from '../domain/agreement-document';
import { DeadlineMove, deadlineMoves } from '../domain/deadline-moves';
import { partIds, withStableIds } from '../domain/stable-ids';
import { withPersonalValues } from '../domain/stored-document';
import { agreementColumns } from '../persistence/agreement-columns';
import { AgreementEntity } from '../persistence/agreement.entities';
import { AgreementRecordRow, AgreementRepository } from '../persistence/agreement.repository';
import { WHOLE_REGISTER } from '../persistence/visible-agreements';
import { agreementChanged } from './agreement-changed.event';
import { refuseRepeatedReference } from './log-agreement';
import { RequireScope } from './require-scope';
import { StoreVersion } from './store-version';

/** What the trail keeps of a change: the documents themselves stay readable by their version. */
export interface AgreementChanged extends Changed {
  readonly version: ChangedField<number>;
  readonly movedDeadlines: number;
}

/** The whole document was replaced by another. */
export const agreementReplaced = auditKind<AgreementChanged>('agreement.replaced', 'agreement');

export interface AgreementReplacement {
  readonly agreementId: string;
  readonly expectedRevision: number;
  /** Makes the new document from the current one, whose capacities are left out where they were erased. */
  readonly change: (current: AgreementDocument) => AgreementDocument;
  /** Columns of the record itself, beside the document. */
  readonly record?: { readonly ownerPositionId?: string; readonly tags?: readonly string[] };
  readonly actor: Actor;
  /** What the caller must be permitted where the agreement lies, before the change and after it. */
  readonly permission: 'agreement.replace' | 'agreement.annotate';
  readonly kind: AuditKind<AgreementChanged>;
}

interface RecordColumns {
  readonly ownerPositionId: string;
  readonly tags: readonly string[];
}

function recordColumns({ owner_position_id, tags }: AgreementRecordRow): RecordColumns {
  return { ownerPositionId: owner_position_id, tags };
}

function wantedColumns(record: AgreementRecordRow, { record: wanted }: AgreementReplacement): RecordColumns {
  const { ownerPositionId, tags } = recordColumns(record);
  return { ownerPositionId: wanted?.ownerPositionId ?? ownerPositionId, tags: wanted?.tags ?? tags };
}

/**
 * Replaces the whole document of an agreement; the new one is current at once and the old one stays readable.
 * A deadline whose last day differs is noted in the ledger of moves, from which people are told.
 * @throws RecordNotFound, RecordIsStale, OutsideScope, FieldsRefused, AlreadyRecorded
 */
@Injectable()
export class ReplaceAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly versions: StoreVersion,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(request: AgreementReplacement): Promise<void> {
    const { agreementId, expectedRevision, actor } = request;
    await this.transactions.run(async (tx) => {
      const locked = await this.agreements.lock(tx, agreementId);
      const record = locked && (await this.agreements.findRecord(agreementId, WHOLE_REGISTER));
      if (!record) throw new RecordNotFound();
      if (record.revision !== expectedRevision) throw new RecordIsStale();
      await this.scope.at(tx, request.permission, record.document);
      const before = withPersonalValues(
        record.document,
        await this.versions.capacitiesOf(tx, record.document),
      );
      const changed = request.change(before);
      await this.versions.check(tx, changed);
      await this.scope.at(tx, request.permission, changed);
      await refuseRepeatedReference(tx, changed.publishedReference, agreementId);
      const document = withStableIds(changed, partIds(before), newId);
      const number = record.version_number + 1;
      await this.write(tx, request, record, { document, number });
      const moves = deadlineMoves(before, document);
      await this.noteMoves(tx, { agreementId, actor, number, moves });
      await this.audit.note(tx, request.kind, {
        actor,
        onBehalfOf: await this.standsInFor(tx, actor, record.owner_position_id),
        subjectId: agreementId,
        payload: {
          version: { from: record.version_number, to: number },
          movedDeadlines: moves.length,
          changed: changedFields(recordColumns(record), wantedColumns(record, request)),
        },
      });
      await this.outbox.add(tx, agreementChanged, { agreementId });
    });
  }

  /** The position that owns the agreement, when its delegate makes the change. */
  private async standsInFor(tx: EntityManager, actor: Actor, positionId: string): Promise<Principal | null> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM "position" WHERE id = $1 AND 'account:' || delegate_account_id = $2
          AND $3::date BETWEEN delegate_from AND delegate_until`,
      [positionId, actor, this.calendar.today()],
    );
    return rows.length > 0 ? `position:${positionId}` : null;
  }

  private async write(
    tx: EntityManager,
    request: AgreementReplacement,
    record: AgreementRecordRow,
    { document, number }: { document: AgreementDocument; number: number },
  ): Promise<void> {
    const { agreementId, expectedRevision, actor } = request;
    const { reference, document: before } = record;
    const version = { agreementId, reference, number, document, before, actor };
    const prepared = await this.versions.prepare(tx, version);
    const { affected } = await tx.update(
      AgreementEntity,
      { id: agreementId, revision: expectedRevision },
      {
        ...agreementColumns(prepared.stored),
        ...(request.record?.ownerPositionId ? { ownerPositionId: request.record.ownerPositionId } : {}),
        ...(request.record?.tags ? { tags: [...request.record.tags] } : {}),
        revision: expectedRevision + 1,
        versionNumber: number,
        searchSource: prepared.searchSource,
      },
    );
    if (affected !== 1) throw new RecordIsStale();
    await this.versions.write(tx, version, prepared);
  }

  private async noteMoves(
    tx: EntityManager,
    {
      agreementId,
      actor,
      number,
      moves,
    }: { agreementId: string; actor: Actor; number: number; moves: DeadlineMove[] },
  ): Promise<void> {
    const recordedOn: CalendarDate = this.calendar.today();
    for (const { subjectType, subjectId, from, to } of moves) {
      await tx.query(
        `INSERT INTO deadline_move (id, agreement_id, subject_type, subject_id, number, old_stated, old_last_day,
                                    new_stated, new_last_day, version_number, recorded_by, recorded_on)
         SELECT $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6, $7, $8, $9, $10, $11
           FROM deadline_move WHERE subject_id = $4`,
        [
          newId(),
          agreementId,
          subjectType,
          subjectId,
          from?.stated ?? null,
          from?.lastDay ?? null,
          to?.stated ?? null,
          to?.lastDay ?? null,
          number,
          actor,
          recordedOn,
        ],
      );
    }
  }
}
