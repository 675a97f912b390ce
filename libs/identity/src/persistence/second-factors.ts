import { Injectable, Logger } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { SecondFactorUnreadable } from '../domain/refusals';
import { openSeed, sealSeed } from '../domain/sealed-seed';
import { RecoveryCodeEntity, SecondFactorEntity } from './credential.entities';
import { SeedKeyFile } from './seed-key.file';

/** Keeps the second factors of accounts and the codes that stand in for them. */
@Injectable()
export class SecondFactors {
  private readonly logger = new Logger(SecondFactors.name);

  constructor(private readonly keys: SeedKeyFile) {}

  /** The factor of an account, confirmed or not, locked until the transaction is over: a code is taken once. */
  async lock(tx: EntityManager, accountId: string): Promise<SecondFactorEntity | null> {
    return tx.findOne(SecondFactorEntity, { where: { accountId }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Begins anew with another seed; what was begun before and never confirmed is worth nothing from then on.
   * @returns false when there is a confirmed one, which stays
   */
  async start(tx: EntityManager, accountId: string, seed: Buffer, startedAt: Date): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO second_factor AS f (account_id, secret, started_at) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET secret = $2, started_at = $3 WHERE f.confirmed_at IS NULL
       RETURNING account_id`,
      [accountId, sealSeed(seed, accountId, this.keys.read()), startedAt],
    );
    return rows.length === 1;
  }

  /**
   * The seed behind a factor that is locked; one that is kept in an older way is sealed anew on the way.
   * @throws SecondFactorUnreadable without the key that sealed it: a recovery code does without
   */
  async seedOf(tx: EntityManager, { accountId, secret }: SecondFactorEntity): Promise<Buffer> {
    const keys = this.keys.read();
    const opened = openSeed(secret, accountId, keys);
    if (opened === null) {
      this.logger.error(
        'SECOND_FACTOR_KEY_FILE: a second factor was sealed with a key that this process has not',
      );
      throw new SecondFactorUnreadable();
    }
    if (opened.outdated) {
      await tx.update(SecondFactorEntity, { accountId }, { secret: sealSeed(opened.seed, accountId, keys) });
    }
    return opened.seed;
  }

  async confirm(tx: EntityManager, accountId: string, confirmedAt: Date, lastStep: number): Promise<void> {
    await tx.update(SecondFactorEntity, { accountId }, { confirmedAt, lastStep });
  }

  async noteStep(tx: EntityManager, accountId: string, lastStep: number): Promise<void> {
    await tx.update(SecondFactorEntity, { accountId }, { lastStep });
  }

  async remove(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(SecondFactorEntity, { accountId });
  }

  async replaceCodes(tx: EntityManager, accountId: string, digests: readonly Buffer[]): Promise<void> {
    await tx.delete(RecoveryCodeEntity, { accountId });
    await tx.insert(
      RecoveryCodeEntity,
      digests.map((codeSha256) => ({ accountId, codeSha256 })),
    );
  }

  /** Uses up a recovery code. @returns whether it was one that nobody had used */
  async useCode(tx: EntityManager, accountId: string, codeSha256: Buffer, usedAt: Date): Promise<boolean> {
    const unused = { accountId, codeSha256, usedAt: IsNull() };
    const { affected } = await tx.update(RecoveryCodeEntity, unused, { usedAt });
    return affected === 1;
  }

  async countUnusedCodes(tx: EntityManager, accountId: string): Promise<number> {
    return tx.countBy(RecoveryCodeEntity, { accountId, usedAt: IsNull() });
  }
}
