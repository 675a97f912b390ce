import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { NOBODY } from '../domain/nobody';
import { recoveryCodeDigest } from '../domain/recovery-code';
import { AccountRepository, AccountWithPassword } from '../persistence/account.repository';
import { SecondFactors } from '../persistence/second-factors';
import { Attempt, Attempts, blocksOf } from './attempts';
import { recoveryCodeUsed, sessionRefused, signInBlocked } from './credential-kinds';
import { stepOfCode } from './one-time-codes';
import { checkPassword } from './passwords';
import { TellHolder } from './tell-holder';

/** What somebody shows of a second factor. */
export interface ShownCode {
  readonly code?: string | null;
  readonly recoveryCode?: string | null;
}

/** What somebody shows to be the holder of an account. */
export interface ShownCredentials extends ShownCode {
  readonly email: string;
  readonly password: string;
}

/** Who has shown to be the holder of an account, and how. */
export interface ProvenHolder {
  readonly account: AccountWithPassword;
  /** Whether a code of the second factor was right. */
  readonly secondFactor: boolean;
  /** Whether the password's hash should be made anew. */
  readonly outdated: boolean;
}

export type RefusedBecause = 'password' | 'second_factor_missing' | 'second_factor';

/** What came of an attempt to show who one is. */
export type Proof = ({ readonly refused: null } & ProvenHolder) | { readonly refused: RefusedBecause };

/**
 * Looks at passwords and codes, for signing in and for what a person confirms while signed in; every attempt counts.
 * For an account that does not exist it does the same hashing and asks the same questions of the database.
 */
@Injectable()
export class HolderProof {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactors,
    private readonly attempts: Attempts,
    private readonly tellHolder: TellHolder,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Password first; a code is asked for only of who knows it. @throws TooManyFailures @throws TooManyAtOnce */
  async ofPassword({ email, password, ...shown }: ShownCredentials, factorAsked = true): Promise<Proof> {
    const attempt = await this.attempts.begin(email);
    const account = await this.accounts.findWithPassword(email);
    const check = await checkPassword(password, account?.passwordHash ?? null).catch(
      async (error: unknown) => {
        await this.attempts.takeBack(attempt);
        throw error;
      },
    );
    if (!account || !check.right) return this.refuse(attempt, account?.id ?? null, 'password');
    const refused = await this.checkFactor(
      attempt,
      account.id,
      factorAsked && account.secondFactorEnrolled,
      shown,
    );
    if (refused) return { refused };
    const secondFactor = factorAsked && account.secondFactorEnrolled;
    return { refused: null, account, secondFactor, outdated: check.outdated };
  }

  /** The code alone, of somebody who is signed in. @throws TooManyFailures */
  async ofFactor(account: { id: string; email: string }, shown: ShownCode): Promise<RefusedBecause | null> {
    const attempt = await this.attempts.begin(account.email);
    return this.checkFactor(attempt, account.id, true, shown);
  }

  private async checkFactor(
    attempt: Attempt,
    accountId: string,
    asked: boolean,
    shown: ShownCode,
  ): Promise<RefusedBecause | null> {
    if (asked && !shown.code && !shown.recoveryCode) {
      await this.attempts.takeBack(attempt);
      return (await this.refuse(null, accountId, 'second_factor_missing')).refused;
    }
    const accepted = await this.transactions
      .apart(async (tx) => {
        if (asked && !(await this.takeCode(tx, accountId, shown))) return false;
        await this.attempts.succeed(tx, attempt);
        return true;
      })
      .catch(async (error: unknown) => {
        await this.attempts.takeBack(attempt);
        throw error;
      });
    return accepted ? null : (await this.refuse(attempt, accountId, 'second_factor')).refused;
  }

  private async takeCode(tx: EntityManager, accountId: string, shown: ShownCode): Promise<boolean> {
    const factor = await this.factors.lock(tx, accountId);
    if (!factor?.confirmedAt) return false;
    if (shown.code) {
      const seed = await this.factors.seedOf(tx, factor);
      const step = stepOfCode(seed, shown.code, factor.lastStep, this.clock.outside());
      if (step !== null) await this.factors.noteStep(tx, accountId, step);
      return step !== null;
    }
    const digest = recoveryCodeDigest(shown.recoveryCode ?? '');
    if (!digest || !(await this.factors.useCode(tx, accountId, digest, this.clock.now()))) return false;
    await this.tellHolder.execute(tx, accountId, 'recovery_code_used');
    await this.audit.note(tx, recoveryCodeUsed, {
      actor: accountActor(accountId),
      subjectId: accountId,
      payload: { left: await this.factors.countUnusedCodes(tx, accountId) },
    });
    return true;
  }

  private async refuse<B extends RefusedBecause>(
    attempt: Attempt | null,
    accountId: string | null,
    because: B,
  ): Promise<{ refused: B }> {
    const entry = { actor: 'system:sign-in', subjectId: accountId ?? NOBODY } as const;
    await this.transactions.apart(async (tx) => {
      await this.audit.note(tx, sessionRefused, { ...entry, payload: { because } });
      for (const block of attempt ? blocksOf(attempt) : []) {
        await this.audit.note(tx, signInBlocked, { ...entry, payload: block });
      }
    });
    return { refused: because };
  }
}
