import type { KeyObject } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type CalendarDate, Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import { auditKind } from '../domain/audit-kind';
import { type Checkpoint, keyFingerprint, publicKeyPem, signCheckpoint } from '../domain/checkpoint';
import { AuditEntryRepository } from '../persistence/audit-entry.repository';
import { ChainRepository } from '../persistence/chain.repository';
import { CheckpointRepository } from '../persistence/checkpoint.repository';
import { SigningKeyFile } from '../persistence/signing-key.file';
import { AuditTrail } from './audit-trail';
import { SealEntries } from './seal-entries';

/** The trail itself says from which entry on a key signs. */
const auditKeyIntroduced = auditKind<{ readonly fingerprint: string; readonly publicKey: string }>(
  'audit_key.introduced',
  'audit_key',
);

const SEALING_PAUSE_MS = 200;
const SEALING_TRIES = 150;

/** Signs where the chain ends, so that who keeps the checkpoint elsewhere can tell when the chain was rewritten. */
@Injectable()
export class MakeCheckpoint {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly entries: AuditEntryRepository,
    private readonly sealEntries: SealEntries,
    private readonly chain: ChainRepository,
    private readonly checkpoints: CheckpointRepository,
    private readonly keyFile: SigningKeyFile,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the day's checkpoint; null when this key has signed one already and no other is asked for.
   * @throws Error when the entry that introduces a new key is not sealed in half a minute
   */
  async execute(today: CalendarDate, { another = false } = {}): Promise<Checkpoint | null> {
    const key = this.keyFile.read();
    const fingerprint = keyFingerprint(key);
    if (!another && (await this.checkpoints.isMade(today, fingerprint))) return null;
    await this.introduce(key, fingerprint);
    await this.sealUntilIntroduced(fingerprint);
    return this.transactions.run(async (tx) => {
      await this.checkpoints.lock(tx);
      if (!another && (await this.checkpoints.isMade(today, fingerprint))) return null;
      const head = await this.chain.head(tx);
      const content = { ...head, entries: head.sequence, madeOn: today, madeAt: this.clock.now() };
      const checkpoint = signCheckpoint(content, key);
      await this.checkpoints.insert(tx, checkpoint);
      return checkpoint;
    });
  }

  private async introduce(key: KeyObject, fingerprint: string): Promise<void> {
    const subjectId = keyId(fingerprint);
    await this.transactions.run(async (tx) => {
      await this.checkpoints.lock(tx);
      if (await this.entries.isNoted(auditKeyIntroduced.action, subjectId)) return;
      await this.audit.note(tx, auditKeyIntroduced, {
        actor: 'system:audit',
        subjectId,
        payload: { fingerprint, publicKey: publicKeyPem(key) },
      });
    });
  }

  private async sealUntilIntroduced(fingerprint: string): Promise<void> {
    for (let tries = 1; tries <= SEALING_TRIES; tries += 1) {
      const moreWaits = await this.sealEntries.execute();
      if (await this.entries.isSealed(auditKeyIntroduced.action, keyId(fingerprint))) return;
      if (!moreWaits) await pause(SEALING_PAUSE_MS);
    }
    throw new Error('The entry that introduces the signing key is not sealed yet.');
  }
}

/** The fingerprint's first half, as an identifier. */
function keyId(fingerprint: string): string {
  return fingerprint.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
