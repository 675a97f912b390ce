import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind, type Changed } from '@app/audit';
import { transitionFrom } from '@app/kernel';
import { Outbox, Transactions } from '@app/platform';
import { PUBLICATION_WORKFLOW, type PublicationAction, publicationOf } from '../domain/publication-workflow';
import { agreementChanged } from './agreement-changed.event';
import { LockCurrent } from './lock-current';
import { RequireScope } from './require-scope';
import { StandsInFor } from './stands-in-for';

/** What a director decides about what the public reads. */
export interface Publication {
  readonly agreementId: string;
  readonly expectedRevision: number;
  readonly action: PublicationAction;
  readonly reason: string;
  readonly actor: Actor;
}

/**
 * Publishes the current version of an agreement and those to come, or takes it back from the public.
 * @throws RecordNotFound, RecordIsStale, NoCurrentVersion, OutsideScope, ActionNotPossible
 */
@Injectable()
export class PublishAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly current: LockCurrent,
    private readonly scope: RequireScope,
    private readonly standsInFor: StandsInFor,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  async execute({ agreementId, expectedRevision, action, reason, actor }: Publication): Promise<void> {
    await this.transactions.run(async (tx) => {
      const record = await this.current.execute(tx, agreementId, expectedRevision);
      const way = transitionFrom(PUBLICATION_WORKFLOW, publicationOf(record), action);
      await this.scope.at(tx, way.permission, record.document);
      const published = way.to === 'published';
      await this.current.change(tx, record, { published });
      await this.audit.note(tx, auditKind<Changed>(way.event, 'agreement'), {
        actor,
        onBehalfOf: await this.standsInFor.position(tx, actor, record.owner_position_id),
        subjectId: agreementId,
        reason,
        payload: { changed: { published: { from: record.published, to: published } } },
      });
      await this.outbox.add(tx, agreementChanged, { agreementId });
    });
  }
}
