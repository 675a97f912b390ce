import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail } from '@app/audit';
import { Clock, transitionFrom } from '@app/kernel';
import { Transactions } from '@app/platform';
import { StepHindered } from '../domain/refusals';
import { DraftRepository } from '../persistence/draft.repository';
import { overrideGranted } from './draft-audit';
import { LockRecord } from './lock-record';
import { ReadDraft } from './read-draft';
import { RequireScope } from './require-scope';

export interface OverrideToGrant {
  readonly agreementId: string;
  readonly expectedRevision: number;
  readonly action: 'verify' | 'approve';
  readonly reason: string;
  readonly actor: Actor;
}

/**
 * Lets another director decide on their own draft, once, in exactly the state it is in: any change voids it.
 * @throws RecordNotFound, RecordIsStale, OutsideScope, ActionNotPossible, StepHindered
 */
@Injectable()
export class GrantOverride {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockRecord: LockRecord,
    private readonly drafts: DraftRepository,
    private readonly readDraft: ReadDraft,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute({ agreementId, expectedRevision, action, reason, actor }: OverrideToGrant): Promise<void> {
    await this.transactions.run(async (tx) => {
      const record = await this.lockRecord.execute(tx, agreementId, expectedRevision);
      const draft = await this.lockRecord.draftOf(agreementId);
      await this.scope.at(tx, 'version.override', record.document ?? draft.document);
      transitionFrom(this.readDraft.workflowOf(draft), draft.state, action);
      if (draft.draftedBy.includes(actor) || draft.submittedBy === actor || draft.verifiedBy === actor) {
        throw new StepHindered({ code: 'override_is_of_an_outsider' });
      }
      await this.drafts.addOverride(tx, {
        ...{ draftId: draft.id, action, revision: record.revision, reason },
        ...{ by: actor, at: this.clock.now() },
      });
      await this.audit.note(tx, overrideGranted, {
        ...{ actor, subjectId: agreementId, reason },
        payload: { version: draft.number, action },
      });
    });
  }
}
