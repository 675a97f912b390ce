import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { RecoveryCodeEntity, SecondFactorEntity } from './credential.entities';

/** Keeps the second factors of accounts and the codes that stand in for them. */
@Injectable()
export class SecondFactors {
  /** The factor of an account, confirmed or not, locked until the transaction is over: a code is taken once. */
  async lock(tx: EntityManager, accountId: string): Promise<SecondFactorEntity | null> {
    return tx.findOne(SecondFactorEntity, { where: { accountId }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Begins anew with another secret; what was begun before and never confirmed is worth nothing from then on.
   * @returns false when there is a confirmed one, which stays
   */
  async start(tx: EntityManager, accountId: string, secret: Buffer, startedAt: Date): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO second_factor AS f (account_id, secret, started_at) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET secret = $2, started_at = $3 WHERE f.confirmed_at IS NULL
       RETURNING account_id`,
      [accountId, secret, startedAt],
    );
    return rows.length === 1;
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
