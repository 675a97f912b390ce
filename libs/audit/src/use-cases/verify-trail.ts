import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { type Delivery, Settings, Transactions, readClockOffset } from '@app/platform';
import { auditKind } from '../domain/audit-kind';
import {
  MOST_ATTEMPTS,
  type Verification,
  type VerificationFailure,
  type VerificationResult,
  isLost,
} from '../domain/verification';
import { TrailLinesRepository } from '../persistence/trail-lines.repository';
import { TrailVerifierFile } from '../persistence/trail-verifier.file';
import { VerificationRepository } from '../persistence/verification.repository';
import { AuditTrail } from './audit-trail';

const ACTOR = 'system:audit';

const trailVerified = auditKind<{ requestedBy: string } & VerificationResult>(
  'audit_verification.finished',
  'audit_verification',
);
const verificationFailed = auditKind<{ requestedBy: string; failure: VerificationFailure }>(
  'audit_verification.failed',
  'audit_verification',
);

const BEAT_MS = 2_000;

/** Another worker took it up, or it is over: this one stops without a word. */
class TakenUpByAnother extends Error {}

/**
 * Verifies the whole trail and keeps what it found. A verification whose worker died is taken up by the next, from the
 * beginning; after the third it counts as failed. Any number may come with the same one: a single one works.
 */
@Injectable()
export class VerifyTrail {
  private readonly logger = new Logger('VerifyTrail');

  constructor(
    private readonly verifications: VerificationRepository,
    private readonly trail: TrailLinesRepository,
    private readonly verifiers: TrailVerifierFile,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async execute(id: string, delivery: Delivery): Promise<void> {
    const attempt = await this.takeUp(id, delivery);
    if (attempt === null) return;
    try {
      const { result, linesDone } = await this.verify(id, attempt);
      await this.finish(id, attempt, { result, linesDone }, delivery);
    } catch (error) {
      if (error instanceof TakenUpByAnother) return;
      this.logger.error(`verification ${id}: ${(error as Error).message}`);
      await this.afterError(id, attempt, delivery);
    }
  }

  /** @returns the number of this attempt; null when there is nothing to do here */
  private takeUp(id: string, delivery: Delivery): Promise<number | null> {
    return this.transactions.run(async (tx) => {
      const found = await this.verifications.lock(tx, id);
      if (!found || found.finishedAt !== null) {
        await delivery.complete(tx);
        return null;
      }
      const now = this.clock.now();
      // Its row of the outbox stays: whoever comes next looks again.
      if (found.state === 'running' && !isLost(found, now)) return null;
      if (found.attempts >= MOST_ATTEMPTS) {
        await this.fail(tx, found, 'interrupted', delivery);
        return null;
      }
      await this.verifications.begin(tx, id, found.attempts + 1, now);
      return found.attempts + 1;
    });
  }

  private async verify(
    id: string,
    attempt: number,
  ): Promise<{ readonly result: VerificationResult; readonly linesDone: number }> {
    const verifier = this.verifiers.open(readClockOffset(this.settings) !== 0);
    const linesTotal = await this.trail.count();
    let linesDone = 0;
    let nextBeat = 0;
    const beat = async () => {
      const now = this.clock.now();
      if (now.getTime() < nextBeat) return;
      nextBeat = now.getTime() + BEAT_MS;
      const isMine = await this.transactions.apart((tx) =>
        this.verifications.progress(tx, id, attempt, { linesTotal, linesDone }, now),
      );
      if (!isMine) throw new TakenUpByAnother();
    };
    await this.trail.read(async (lines) => {
      for (const line of lines) verifier.take(line);
      // The first and the last line, and checkpoints, are no entries: they are few, and the share is rounded down.
      linesDone = Math.min(linesTotal, linesDone + lines.length);
      await beat();
    });
    return { result: resultOf(verifier.finish()), linesDone };
  }

  private finish(
    id: string,
    attempt: number,
    { result, linesDone }: { readonly result: VerificationResult; readonly linesDone: number },
    delivery: Delivery,
  ): Promise<void> {
    return this.transactions.run(async (tx) => {
      const found = await this.verifications.lock(tx, id);
      const now = this.clock.now();
      if (!found || !(await this.verifications.finish(tx, id, attempt, result, linesDone, now))) return;
      await this.audit.note(tx, trailVerified, {
        actor: ACTOR,
        subjectId: id,
        payload: { requestedBy: found.requestedBy, ...result },
      });
      await delivery.complete(tx);
    });
  }

  /** Tried again by the queue and the outbox, until it was tried often enough. */
  private async afterError(id: string, attempt: number, delivery: Delivery): Promise<void> {
    const isOver = await this.transactions.run(async (tx) => {
      const found = await this.verifications.lock(tx, id);
      if (!found || found.state !== 'running' || found.attempts !== attempt) return true;
      if (attempt >= MOST_ATTEMPTS) {
        await this.fail(tx, found, 'error', delivery);
        return true;
      }
      await this.verifications.giveBack(tx, id, attempt);
      return false;
    });
    if (!isOver) throw new Error(`the audit trail could not be verified: attempt ${attempt}`);
  }

  private async fail(
    tx: Parameters<Delivery['complete']>[0],
    { id, requestedBy }: Verification,
    failure: VerificationFailure,
    delivery: Delivery,
  ): Promise<void> {
    await this.verifications.fail(tx, id, failure, this.clock.now());
    await this.audit.note(tx, verificationFailed, {
      actor: ACTOR,
      subjectId: id,
      payload: { requestedBy, failure },
    });
    await delivery.complete(tx);
  }
}

/** What is kept of a report: no key and no signature, which the checkpoint itself holds. */
function resultOf({ newestCheckpoint, ...report }: VerificationResult): VerificationResult {
  const { sound, entries, unsealed, redacted, checkpoints, faults, firstFault, headSequence, headSha256 } =
    report;
  return {
    ...{ sound, entries, unsealed, redacted, checkpoints, faults, firstFault, headSequence, headSha256 },
    newestCheckpoint: newestCheckpoint && {
      sequence: newestCheckpoint.sequence,
      madeOn: newestCheckpoint.madeOn,
      keyFingerprint: newestCheckpoint.keyFingerprint,
    },
  };
}
