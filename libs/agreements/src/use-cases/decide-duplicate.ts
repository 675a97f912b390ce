import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock, FieldsRefused, RecordNotFound } from '@app/kernel';
import { OutsideScope, Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { LINK_KINDS, LinkKind } from '../domain/link-kinds';
import { AlreadyDecided } from '../domain/refusals';
import { AgreementRecordRow, AgreementRepository } from '../persistence/agreement.repository';
import { DuplicateDecision, DuplicateRepository, DuplicateRow } from '../persistence/duplicate.repository';
import { DuplicateDecisionEntity } from '../persistence/sources.entities';
import { WHOLE_REGISTER } from '../persistence/visible-agreements';
import { inIdOrder } from './find-duplicates';
import { LinkAgreements } from './link-agreements';
import { RequireScope } from './require-scope';
import { WithdrawLink } from './withdraw-link';

const duplicateDecided = auditKind<{
  readonly other: string;
  readonly decision: DuplicateDecision;
  readonly linkId: string | null;
  readonly replaced: string | null;
}>('duplicate.decided', 'agreement');

export interface DuplicateToDecide {
  /** Where they are linked, the link leads from this one to the other. */
  readonly agreementA: string;
  readonly agreementB: string;
  readonly decision: DuplicateDecision;
  /** How the two are linked; of one and the same it is the project. */
  readonly linkKind: LinkKind | null;
  readonly reason: string;
  /** The decision that this one takes the place of; null for the first. */
  readonly replaces: string | null;
  readonly actor: Actor;
}

/**
 * Decides whether two agreements are one. Nothing is removed: one and the same are linked, so that totals count once; what
 * is different loses the link that an earlier decision made.
 * @throws FieldsRefused, OutsideScope, AlreadyDecided, LinkMakesCircle
 */
@Injectable()
export class DecideDuplicate {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly duplicates: DuplicateRepository,
    private readonly linkAgreements: LinkAgreements,
    private readonly withdrawLink: WithdrawLink,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute(wanted: DuplicateToDecide): Promise<DuplicateRow> {
    const { agreementA, agreementB, decision, reason, replaces, actor } = wanted;
    refuseUnclear(wanted);
    const pair = inIdOrder(agreementA, agreementB);
    return this.transactions.run(async (tx) => {
      await this.lockBoth(tx, wanted);
      const before = await this.duplicates.liveDecision(tx, pair);
      if ((before?.id ?? null) !== replaces) throw new AlreadyDecided();
      const linkId = await this.linked(tx, wanted, before?.linkId ?? null);
      const [decidedOn, decidedAt] = [this.calendar.today(), this.clock.now()];
      if (before !== null) {
        const end = { endedAs: 'superseded', endedBy: actor, endedOn: decidedOn, endReason: reason } as const;
        await tx.update(DuplicateDecisionEntity, { id: before.id }, end);
      }
      const [agreementAId, agreementBId] = pair;
      await tx.insert(DuplicateDecisionEntity, {
        ...{ id: newId(), agreementAId, agreementBId, decision, linkId, reason },
        ...{ decidedBy: actor, decidedOn, decidedAt },
      });
      await this.audit.note(tx, duplicateDecided, {
        ...{ actor, subjectId: agreementA, reason },
        payload: { other: agreementB, decision, linkId, replaced: before?.id ?? null },
      });
      const suggestion = { agreementAId, agreementBId, score: 0, reasons: [] };
      const [row] = await this.duplicates.describe([suggestion], decidedOn, WHOLE_REGISTER);
      if (!row) throw new RecordNotFound();
      return row;
    });
  }

  /** Locks the two in one order for everybody, and asks whether the caller may decide where one of them lies. */
  private async lockBoth(tx: EntityManager, { agreementA, agreementB }: DuplicateToDecide): Promise<void> {
    for (const id of inIdOrder(agreementA, agreementB)) await this.agreements.lock(tx, id);
    const records: AgreementRecordRow[] = [];
    for (const [field, id] of Object.entries({ agreementA, agreementB })) {
      const record = await this.agreements.findRecord(id, WHOLE_REGISTER);
      if (record === null) throw new FieldsRefused([{ field, code: 'unknown_reference' }]);
      records.push(record);
    }
    for (const [index, { document }] of records.entries()) {
      try {
        await this.scope.at(tx, 'duplicate.decide', document);
        return;
      } catch (error) {
        if (!(error instanceof OutsideScope) || index === records.length - 1) throw error;
      }
    }
  }

  /** The link that the decision asks for; the one of the decision before is withdrawn where it is another. */
  private async linked(
    tx: EntityManager,
    { agreementA, agreementB, decision, linkKind, reason, actor }: DuplicateToDecide,
    before: string | null,
  ): Promise<string | null> {
    const kind = decision === 'same' ? 'same_project' : decision === 'linked' ? linkKind : null;
    const between = await this.duplicates.linksBetween(tx, [agreementA, agreementB]);
    const there = between.find(
      (link) => link.kind === kind && (kind === 'same_project' || link.from === agreementA),
    );
    if (before !== null && before !== there?.id && between.some(({ id }) => id === before)) {
      await this.withdrawLink.withdraw(tx, { between: 'agreements', linkId: before, reason }, actor);
    }
    if (kind === null) return null;
    if (there) return there.id;
    const link = { fromAgreementId: agreementA, toAgreementId: agreementB, kind, note: reason };
    return this.linkAgreements.record(tx, link, actor);
  }
}

function refuseUnclear({ agreementA, agreementB, decision, linkKind }: DuplicateToDecide): void {
  if (agreementA === agreementB) throw new FieldsRefused([{ field: 'agreementB', code: 'link_to_itself' }]);
  if ((decision === 'linked') === (linkKind !== null)) return;
  const violation =
    linkKind === null
      ? { code: 'required' }
      : { code: 'link_kind_of_linked', values: { choices: LINK_KINDS.join(', ') } };
  throw new FieldsRefused([{ field: 'linkKind', ...violation }]);
}
