import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Actor } from '@app/audit';
import { CalendarDate, Clock, RecordIsStale, canonicalJson } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import type { AgreementDocument } from '../domain/agreement-document';
import { deadlineMoves } from '../domain/deadline-moves';
import {
  type AcknowledgedGap,
  type Amendment,
  type VersionKind,
  type VersionPeople,
  moveActOf,
} from '../domain/version';
import { agreementColumns } from '../persistence/agreement-columns';
import { AgreementEntity, AgreementVersionEntity } from '../persistence/agreement.entities';
import type { AgreementRecordRow } from '../persistence/agreement.repository';
import { noteMoves } from '../persistence/note-moves';
import { projectDocument } from '../persistence/project-document';
import { searchSourceOf } from '../persistence/search-source';
import { CarryDraftOver } from './carry-draft-over';
import { StoreDocument } from './store-document';

/** A document that becomes the current version of its agreement. */
export interface VersionToMakeCurrent {
  /** As it was read under its lock; its revision is the one that the change names. */
  readonly record: AgreementRecordRow;
  /** With stable ids. */
  readonly document: AgreementDocument;
  readonly kind: VersionKind;
  readonly actor: Actor;
  readonly reason: string | null;
  readonly amendment?: Amendment | null;
  readonly acknowledgedGaps?: readonly AcknowledgedGap[];
  /** Who took part; the actor alone when left out. */
  readonly people?: VersionPeople;
  /** The legal state from now on; that of the document for a first version, unchanged otherwise. */
  readonly legalState?: string;
  /** Columns of the record itself. */
  readonly columns?: {
    readonly ownerPositionId?: string;
    readonly tags?: string[];
    readonly published?: boolean;
  };
}

export interface MadeCurrent {
  readonly number: number;
  readonly movedDeadlines: number;
}

/**
 * Makes a document the current version: the one before is superseded, the new one kept with its digest and projected
 * into the tables that lists, totals and alerts read; moves of deadlines go into the ledger under their act, and a
 * draft that is open is carried over. The caller writes the audit entry and the outbox row.
 * @throws RecordIsStale when somebody was faster
 */
@Injectable()
export class MakeCurrent {
  constructor(
    private readonly documents: StoreDocument,
    private readonly carryDraftOver: CarryDraftOver,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, version: VersionToMakeCurrent): Promise<MadeCurrent> {
    const { record, document } = version;
    const number = (record.version_number ?? 0) + 1;
    const before = record.document && (await this.documents.withValues(tx, record.document));
    const stored = await this.documents.withoutValues(tx, document, record.document);
    const searchSource = await searchSourceOf(tx, record.reference, stored);
    const { affected } = await tx.update(
      AgreementEntity,
      { id: record.id, revision: record.revision },
      {
        ...agreementColumns(stored),
        // What legal steps said of the state stands until another says otherwise.
        ...(record.version_number === null || version.legalState ? {} : { legalStateSince: undefined }),
        legalState: version.legalState ?? record.legal_state ?? document.legalState,
        ...version.columns,
        revision: record.revision + 1,
        versionNumber: number,
        searchSource,
      },
    );
    if (affected !== 1) throw new RecordIsStale();
    await this.keep(tx, version, number, stored);
    const recordedOn = this.calendar.today();
    await projectDocument(tx, { agreementId: record.id, document: stored, recordedOn, searchSource });
    const moves = before === null ? [] : deadlineMoves(before, document);
    await noteMoves(tx, moves, {
      agreementId: record.id,
      act: moveActOf(version.kind),
      versionNumber: number,
      recordedBy: version.actor,
      recordedOn,
      effectiveOn: version.amendment?.effectiveOn ?? recordedOn,
    });
    if (record.document && before) {
      await this.carryDraftOver.execute(tx, {
        agreementId: record.id,
        number,
        revision: record.revision + 1,
        before,
        after: document,
        actor: version.actor,
      });
    }
    return { number, movedDeadlines: moves.length };
  }

  private async keep(
    tx: EntityManager,
    { record, kind, actor, reason, amendment, acknowledgedGaps, people }: VersionToMakeCurrent,
    number: number,
    stored: object,
  ): Promise<void> {
    const agreementId = record.id;
    await tx.update(AgreementVersionEntity, { agreementId, state: 'current' }, { state: 'superseded' });
    const recordedOn: CalendarDate = this.calendar.today();
    await tx
      .createQueryBuilder()
      .insert()
      .into(AgreementVersionEntity)
      .values({
        agreementId,
        number,
        state: 'current',
        document: stored,
        documentSha256: createHash('sha256').update(canonicalJson(stored)).digest('hex'),
        recordedBy: actor,
        recordedAt: this.clock.now(),
        kind,
        reason,
        amendment: amendment ?? null,
        acknowledgedGaps: acknowledgedGaps ?? [],
        ...(people ?? ALONE),
        draftedBy: [...(people?.draftedBy ?? [actor])],
        recordedOn,
        effectiveOn: amendment?.effectiveOn ?? null,
      })
      .updateEntity(false)
      .execute();
  }
}

const ALONE = { submittedBy: null, verifiedBy: null, approvedBy: null, overriddenBy: null };
