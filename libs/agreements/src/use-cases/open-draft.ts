import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail } from '@app/audit';
import { Transactions } from '@app/platform';
import { hasEnded } from '../domain/legal-states';
import { isSigned } from '../domain/missing-parts';
import { DraftIsOpen, NoCurrentVersion, StepHindered } from '../domain/refusals';
import type { ChangeKind } from '../domain/version';
import { DraftRepository } from '../persistence/draft.repository';
import { draftOpened } from './draft-audit';
import { LockRecord } from './lock-record';
import { RequireScope } from './require-scope';
import { WriteDraft } from './write-draft';

export interface DraftToBegin {
  readonly agreementId: string;
  readonly expectedRevision: number;
  readonly kind: ChangeKind;
  readonly reason: string | null;
  readonly actor: Actor;
}

/**
 * Opens a draft on the current version, of one of the four kinds.
 * @throws RecordNotFound, RecordIsStale, OutsideScope, NoCurrentVersion, DraftIsOpen, StepHindered
 */
@Injectable()
export class OpenDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockRecord: LockRecord,
    private readonly drafts: DraftRepository,
    private readonly scope: RequireScope,
    private readonly writeDraft: WriteDraft,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ agreementId, expectedRevision, kind, reason, actor }: DraftToBegin): Promise<void> {
    await this.transactions.run(async (tx) => {
      const record = await this.lockRecord.execute(tx, agreementId, expectedRevision);
      if ((await this.drafts.findOpen(agreementId)) !== null) throw new DraftIsOpen();
      const { document, version_number: current } = record;
      if (document === null || current === null) throw new NoCurrentVersion();
      await this.scope.at(tx, 'version.draft', document);
      if (kind === 'amendment' && !isSigned(document)) {
        throw new StepHindered({ code: 'nothing_signed_to_amend' });
      }
      if (kind === 'amendment' && hasEnded(record.legal_state)) {
        throw new StepHindered({ code: 'ended_agreement_is_not_amended' });
      }
      const revision = await this.writeDraft.countRevision(tx, record);
      const number = current + 1;
      const acknowledgedGaps = record.acknowledged_gaps ?? [];
      const opened = { agreementId, revision, number, kind, document, reason, acknowledgedGaps, actor };
      await this.writeDraft.open(tx, opened);
      await this.audit.note(tx, draftOpened, {
        ...{ actor, subjectId: agreementId, reason },
        payload: { version: number, kind },
      });
    });
  }
}
