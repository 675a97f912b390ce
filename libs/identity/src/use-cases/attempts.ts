import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { Transactions, currentRequest } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { Counted, FailureCount, secondsLeft, waitAfter, withAttempt } from '../domain/failed-attempts';
import { TooManyFailures } from '../domain/refusals';
import { CountKey, SignInFailures } from '../persistence/sign-in-failures';

interface CountedAttempt extends FailureCount {
  readonly key: CountKey;
}

/** One attempt to show who one is, counted as failed until it is taken back. */
export interface Attempt {
  readonly counts: readonly CountedAttempt[];
}

/** A wait that an attempt brought about. */
export interface Block {
  readonly counted: Counted;
  readonly failures: number;
  readonly seconds: number;
}

/** The waits that follow when an attempt fails. */
export function blocksOf({ counts }: Attempt): Block[] {
  return counts
    .map(({ key: { counted }, failures }) => ({ counted, failures, seconds: waitAfter(counted, failures) }))
    .filter(({ seconds }) => seconds > 0);
}

/**
 * Counts attempts before anything is looked at, in a transaction of their own: guesses sent side by side are counted
 * one by one, and no refusal that follows undoes the count. An account that does not exist is counted like any other.
 */
@Injectable()
export class Attempts {
  constructor(
    private readonly failures: SignInFailures,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws TooManyFailures while the account or the address has to wait */
  async begin(email: string): Promise<Attempt> {
    const keys = keysOf(email);
    return this.transactions.apart(async (tx) => {
      const counts = await this.failures.lock(tx, keys, this.clock.now());
      // Looked at once it is our turn: others may have been counted while we waited for the lock.
      const at = this.clock.now();
      const wait = Math.max(...counts.map((count) => secondsLeft(count, at)));
      if (wait > 0) throw new TooManyFailures(wait);
      const charged = keys.map((key, index) => {
        const count = counts[index];
        if (!count) throw new Error('every key has its count');
        return { key, ...withAttempt(key.counted, count, at) };
      });
      for (const { key, ...count } of charged) await this.failures.save(tx, key, count);
      return { counts: charged };
    });
  }

  /** The attempt was neither right nor wrong: it costs nothing. */
  async takeBack({ counts }: Attempt): Promise<void> {
    await this.transactions.apart(async (tx) => {
      for (const { key, blockedUntil } of counts) {
        await this.failures.takeBack(tx, key, blockedUntil, this.clock.now());
      }
    });
  }

  /** The attempt was right: failures of the account are forgotten; those of the address stay, for others made them. */
  async succeed(tx: EntityManager, { counts }: Attempt): Promise<void> {
    for (const { key, blockedUntil } of counts) {
      if (key.counted === 'account') await this.failures.forget(tx, [key]);
      else await this.failures.takeBack(tx, key, blockedUntil, this.clock.now());
    }
  }

  /** Forgets the failures of an account, whose holder was given new credentials. */
  async forget(tx: EntityManager, email: string): Promise<void> {
    await this.failures.forget(tx, [accountKey(email)]);
  }
}

function accountKey(email: string): CountKey {
  return { counted: 'account', keySha256: createHash('sha256').update(email.toLowerCase()).digest() };
}

function keysOf(email: string): CountKey[] {
  const origin = currentRequest()?.origin ?? null;
  return [accountKey(email), ...(origin ? [{ counted: 'address' as const, keySha256: origin }] : [])];
}
