import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock } from '@app/kernel';
import { Caller, SessionRequired, Transactions } from '@app/platform';
import { CodeNotConfirmed, SecondFactorEnrolled, SecondFactorMissing } from '../domain/refusals';
import { RECOVERY_CODES, newRecoveryCode, recoveryCodeDigest } from '../domain/recovery-code';
import { SecondFactors } from '../persistence/second-factors';
import { SessionRepository } from '../persistence/session.repository';
import { secondFactorEnrolled } from './credential-kinds';
import { stepOfCode } from './one-time-codes';
import { TellHolder } from './tell-holder';

/** New recovery codes, and the digests under which they are kept. */
export function newRecoveryCodes(): { codes: string[]; digests: Buffer[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const digests = codes.map((code) => {
    const digest = recoveryCodeDigest(code);
    if (digest === null) throw new Error('a new code has the form of a code');
    return digest;
  });
  return { codes, digests };
}

/**
 * Enrols the second factor that was begun, by a first code of it. The session in use counts as opened with it; all
 * others of the account end.
 * @returns the recovery codes, shown once
 * @throws SecondFactorMissing @throws SecondFactorEnrolled @throws CodeNotConfirmed
 */
@Injectable()
export class EnrolSecondFactor {
  constructor(
    private readonly factors: SecondFactors,
    private readonly sessions: SessionRepository,
    private readonly tellHolder: TellHolder,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute({ accountId, sessionId }: Caller, code: string): Promise<string[]> {
    if (sessionId === null) throw new SessionRequired();
    const { codes, digests } = newRecoveryCodes();
    await this.transactions.run(async (tx) => {
      const factor = await this.factors.lock(tx, accountId);
      if (factor === null) throw new SecondFactorMissing();
      if (factor.confirmedAt) throw new SecondFactorEnrolled();
      const step = stepOfCode(await this.factors.seedOf(tx, factor), code, null, this.clock.outside());
      if (step === null) throw new CodeNotConfirmed();
      await this.factors.confirm(tx, accountId, this.clock.now(), step);
      await this.factors.replaceCodes(tx, accountId, digests);
      const sessions = await this.sessions.endAll(tx, accountId, sessionId);
      await this.sessions.noteFactor(tx, sessionId, true);
      await this.tellHolder.execute(tx, accountId, 'second_factor_enrolled');
      await this.audit.note(tx, secondFactorEnrolled, {
        actor: accountActor(accountId),
        subjectId: accountId,
        payload: { sessions },
      });
    });
    return codes;
  }
}
