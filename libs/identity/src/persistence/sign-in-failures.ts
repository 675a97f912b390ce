import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Counted, FailureCount, LONGEST_MEMORY } from '../domain/failed-attempts';
import { SignInFailureEntity } from './credential.entities';

/** What one attempt is counted by. */
export interface CountKey {
  readonly counted: Counted;
  readonly keySha256: Buffer;
}

/** Keeps how often signing in has failed, by digests of addresses and not by the addresses. */
@Injectable()
export class SignInFailures {
  /** The counts of these keys, none where there was none, locked until the transaction is over; in the order of `keys`. */
  async lock(tx: EntityManager, keys: readonly CountKey[], at: Date): Promise<FailureCount[]> {
    const forgotten = new Date(at.getTime() - LONGEST_MEMORY * 1000);
    await tx.query('DELETE FROM sign_in_failure WHERE last_at < $1', [forgotten]);
    // The update that changes nothing locks the row in the same breath, so that nobody reads between.
    const rows = await tx.query<SignInFailureEntity[]>(
      `INSERT INTO sign_in_failure AS kept (counted, key_sha256, failures, last_at, blocked_until)
       SELECT counted, decode(key, 'hex'), 0, $3, $3 FROM unnest($1::text[], $2::text[]) AS given (counted, key)
        ORDER BY counted
       ON CONFLICT (counted, key_sha256) DO UPDATE SET failures = kept.failures
       RETURNING counted, failures, last_at AS "lastAt", blocked_until AS "blockedUntil"`,
      [keys.map(({ counted }) => counted), keys.map(({ keySha256 }) => keySha256.toString('hex')), at],
    );
    return keys.map(({ counted }) => {
      const row = rows.find((one) => one.counted === counted);
      if (!row) throw new Error(`no count was kept by ${counted}`);
      return row;
    });
  }

  async save(
    tx: EntityManager,
    key: CountKey,
    { failures, lastAt, blockedUntil }: FailureCount,
  ): Promise<void> {
    await tx.update(SignInFailureEntity, key, { failures, lastAt, blockedUntil });
  }

  /** Takes one attempt back; the wait that it brought goes with it, another's stays. */
  async takeBack(tx: EntityManager, key: CountKey, blockedUntil: Date, at: Date): Promise<void> {
    await tx.query(
      `UPDATE sign_in_failure SET failures = greatest(failures - 1, 0),
              blocked_until = CASE WHEN blocked_until = $3 THEN $4 ELSE blocked_until END
        WHERE counted = $1 AND key_sha256 = $2`,
      [key.counted, key.keySha256, blockedUntil, at],
    );
  }

  async forget(tx: EntityManager, keys: readonly CountKey[]): Promise<void> {
    for (const { counted, keySha256 } of keys) {
      await tx.delete(SignInFailureEntity, { counted, keySha256 });
    }
  }
}
