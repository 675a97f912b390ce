import { Injectable } from '@nestjs/common';
import { Clock, accountActor } from '@app/kernel';
import { type Caller, Outbox, Transactions, newId } from '@app/platform';
import { auditKind } from '../domain/audit-kind';
import { VerificationUnderWay } from '../domain/refusals';
import { VerificationRepository } from '../persistence/verification.repository';
import { verifyTrailJob } from './audit-jobs';
import { AuditTrail } from './audit-trail';
import { FindVerifications, type NamedVerification } from './find-verifications';

const verificationRequested = auditKind('audit_verification.requested', 'audit_verification');

/** Asks for a verification of the whole trail, which a worker does. @throws VerificationUnderWay while one waits or runs */
@Injectable()
export class RequestVerification {
  constructor(
    private readonly verifications: VerificationRepository,
    private readonly findVerifications: FindVerifications,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute({ accountId }: Caller): Promise<NamedVerification> {
    const id = newId();
    const actor = accountActor(accountId);
    return this.transactions.run(async (tx) => {
      if (!(await this.verifications.insert(tx, { id, requestedBy: actor, requestedAt: this.clock.now() }))) {
        const running = await this.verifications.findUnderWay();
        throw new VerificationUnderWay({ running: { id: running?.id ?? '' } });
      }
      await this.audit.note(tx, verificationRequested, { actor, subjectId: id, payload: {} });
      await this.outbox.add(tx, verifyTrailJob, { verificationId: id });
      return this.findVerifications.find(id);
    });
  }
}
