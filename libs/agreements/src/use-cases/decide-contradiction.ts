import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock, FieldsRefused, RecordIsStale, RecordNotFound } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { AlreadyDecided, NoCurrentVersion } from '../domain/refusals';
import { AgreementRepository } from '../persistence/agreement.repository';
import { ContradictionRepository, PartField } from '../persistence/contradiction.repository';
import { ContradictionDecisionEntity } from '../persistence/sources.entities';
import { WHOLE_REGISTER } from '../persistence/visible-agreements';
import { ContradictionView, ListContradictions } from './list-contradictions';
import { RequireScope } from './require-scope';

/** What the trail keeps of it; what sources say stays readable in the versions. */
interface Decided {
  readonly subject: string;
  readonly subjectId: string | null;
  readonly field: string;
  readonly citationId: string | null;
  readonly replaced: string | null;
  readonly claimsSha256: string;
}

const contradictionDecided = auditKind<Decided>('contradiction.decided', 'agreement');
const decisionWithdrawn = auditKind<Omit<Decided, 'replaced' | 'claimsSha256'>>(
  'contradiction.reopened',
  'agreement',
);

export interface ContradictionToDecide extends PartField {
  readonly expectedRevision: number;
  /** The citation that is followed; null when the register stays with its own value. */
  readonly citationId: string | null;
  readonly reason: string;
  /** The decision that this one takes the place of; null for the first. */
  readonly replaces: string | null;
  readonly actor: Actor;
}

/**
 * Decides which source is followed where sources disagree. It moves no figure: where the register says something else,
 * the answer tells that a draft is needed. A claim that was not on the table opens the contradiction again.
 * @throws RecordNotFound, RecordIsStale, OutsideScope, FieldsRefused, AlreadyDecided
 */
@Injectable()
export class DecideContradiction {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly contradictions: ContradictionRepository,
    private readonly listContradictions: ListContradictions,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute(decision: ContradictionToDecide): Promise<ContradictionView> {
    const { agreementId, expectedRevision, citationId, reason, replaces, actor, ...where } = decision;
    const part = { agreementId, ...where };
    return this.transactions.run(async (tx) => {
      await this.lock(tx, agreementId, expectedRevision);
      const row = await this.contradictions.find(part);
      const view = await this.listContradictions.find(part);
      if (row === null || view === null)
        throw new FieldsRefused([{ field: 'field', code: 'no_contradiction' }]);
      if ((row.decision?.id ?? null) !== replaces) throw new AlreadyDecided();
      if (citationId !== null && !view.claims.some((claim) => claim.citationId === citationId)) {
        throw new FieldsRefused([{ field: 'adopt', code: 'unknown_reference' }]);
      }
      const [decidedOn, decidedAt] = [this.calendar.today(), this.clock.now()];
      const end = { endedAs: 'superseded', endedBy: actor, endedOn: decidedOn, endReason: reason } as const;
      const replaced = await this.contradictions.endDecision(tx, part, end);
      await tx.insert(ContradictionDecisionEntity, {
        ...part,
        ...{ id: newId(), claimsSha256: row.claimsSha256, citationId, reason },
        ...{ decidedBy: actor, decidedOn, decidedAt },
      });
      await this.audit.note(tx, contradictionDecided, {
        actor,
        subjectId: agreementId,
        reason,
        payload: { ...where, citationId, replaced, claimsSha256: row.claimsSha256 },
      });
      return this.found(part);
    });
  }

  /** Takes a decision back: the contradiction is open again. @throws RecordNotFound, RecordIsStale, OutsideScope */
  async withdraw(
    agreementId: string,
    decisionId: string,
    { expectedRevision, reason, actor }: Pick<ContradictionToDecide, 'expectedRevision' | 'reason' | 'actor'>,
  ): Promise<ContradictionView> {
    return this.transactions.run(async (tx) => {
      await this.lock(tx, agreementId, expectedRevision);
      const live = await tx.findOneBy(ContradictionDecisionEntity, { id: decisionId, agreementId });
      if (live === null || live.endedAs !== null) throw new RecordNotFound();
      const { subject, subjectId, field, citationId } = live;
      const part = { agreementId, subject, subjectId, field } as PartField;
      const endedOn = this.calendar.today();
      await this.contradictions.endDecision(tx, part, {
        ...{ endedAs: 'withdrawn', endedBy: actor, endedOn, endReason: reason },
      });
      await this.audit.note(tx, decisionWithdrawn, {
        actor,
        subjectId: agreementId,
        reason,
        payload: { subject, subjectId, field, citationId },
      });
      return this.found(part);
    });
  }

  private async lock(tx: EntityManager, agreementId: string, expectedRevision: number): Promise<void> {
    const locked = await this.agreements.lock(tx, agreementId);
    const record = locked && (await this.agreements.findRecord(agreementId, WHOLE_REGISTER));
    if (!record) throw new RecordNotFound();
    if (record.revision !== expectedRevision) throw new RecordIsStale();
    if (record.document === null) throw new NoCurrentVersion();
    await this.scope.at(tx, 'contradiction.decide', record.document);
  }

  private async found(part: PartField): Promise<ContradictionView> {
    const view = await this.listContradictions.find(part);
    if (view === null) throw new RecordNotFound();
    return view;
  }
}
