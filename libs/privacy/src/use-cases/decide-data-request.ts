import { Injectable } from '@nestjs/common';
import { ExportSignatures } from '@app/agreements';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { Clock, FieldsRefused } from '@app/kernel';
import { RecordVersion, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { DataRequest, DecisionOutcome, DecisionToTake, decisionViolations } from '../domain/data-request';
import {
  DataRequestClosed,
  IdentityNotChecked,
  PublicNamesNeedDecision,
  SubjectUnknown,
} from '../domain/refusals';
import { DataRequestRepository } from '../persistence/data-request.repository';

const dataRequestDecided = auditKind<{
  readonly outcome: DecisionOutcome;
  readonly erasesPublicNames: boolean;
}>('data_request.decided', 'data_request');

/**
 * Decides a request; until it is carried out it may be decided again. A refusal closes it and needs no check of the
 * identity: it hands nothing to anybody.
 * @throws OutsideScope @throws RecordNotFound @throws RecordIsStale @throws DataRequestClosed @throws FieldsRefused
 * @throws IdentityNotChecked @throws SubjectUnknown @throws PublicNamesNeedDecision
 */
@Injectable()
export class DecideDataRequest {
  constructor(
    private readonly requests: DataRequestRepository,
    private readonly signatures: ExportSignatures,
    private readonly access: Access,
    private readonly calendar: BusinessCalendar,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(version: RecordVersion, decision: DecisionToTake, actor: Actor): Promise<DataRequest> {
    this.access.requireAt('data_request.decide', NATIONWIDE);
    const { outcome, reason = null } = decision;
    const erasesPublicNames = decision.erasesPublicNames ?? false;
    return this.transactions.run(async (tx) => {
      const before = await this.requests.lock(tx, version);
      if (before.closedAt !== null) throw new DataRequestClosed();
      const violations = decisionViolations(before.kind, decision);
      if (violations.length > 0) throw new FieldsRefused(violations);
      if (outcome !== 'refused') await this.requireGrantable(before, outcome, erasesPublicNames);
      const closedAt = outcome === 'refused' ? this.clock.now() : null;
      const decidedOn = this.calendar.today();
      await this.requests.change(tx, version, {
        decision: outcome,
        decisionReason: reason,
        decidedBy: actor,
        decidedOn,
        erasesPublicNames,
        closedAt,
      });
      await this.audit.note(tx, dataRequestDecided, {
        actor,
        subjectId: version.id,
        payload: { outcome, erasesPublicNames },
        reason,
      });
      return {
        ...before,
        decision: { outcome, reason, by: actor, on: decidedOn, erasesPublicNames },
        closedAt,
        revision: before.revision + 1,
      };
    });
  }

  private async requireGrantable(
    { kind, subject, identityCheck }: DataRequest,
    outcome: DecisionOutcome,
    erasesPublicNames: boolean,
  ): Promise<void> {
    if (identityCheck === null) throw new IdentityNotChecked();
    if (kind !== 'erasure') return;
    if (subject.kind === 'unknown') throw new SubjectUnknown();
    if (subject.kind !== 'person' || outcome !== 'granted' || erasesPublicNames) return;
    const agreements = await this.signatures.countAgreements(subject.id);
    if (agreements > 0) throw new PublicNamesNeedDecision(agreements);
  }
}
