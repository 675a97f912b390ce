import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail, MakeCheckpoint, SealEntries, auditKind } from '@app/audit';
import { Settings, Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { BackupManifest } from './manifest';

/** A register goes on from here at another place. */
const registerRestored = auditKind<{
  /** The public address of the place it was restored to. */
  readonly to: string;
  readonly backupMadeAt: string;
  /** Where the chain ended in the backup; what follows it was written here. */
  readonly head: BackupManifest['auditHead'];
  readonly signedBefore: string | null;
}>('register.restored', 'register');

/** What the trail says of a restoration. */
export interface RecordedRestoration {
  readonly sequence: number;
  readonly keyFingerprint: string;
  /** Whether the key that signs here is the one that signed before. */
  readonly sameKey: boolean;
}

/** Adds “restored to …” to the trail, seals it and has the key of this place sign it. */
@Injectable()
export class RecordRestoration {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly sealEntries: SealEntries,
    private readonly makeCheckpoint: MakeCheckpoint,
    private readonly calendar: BusinessCalendar,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async execute({ madeAt, auditHead, signingKeyFingerprint }: BackupManifest): Promise<RecordedRestoration> {
    await this.transactions.run((tx) =>
      this.audit.note(tx, registerRestored, {
        actor: 'system:restore',
        subjectId: newId(),
        payload: {
          to: this.settings.publicUrl,
          backupMadeAt: madeAt,
          head: auditHead,
          signedBefore: signingKeyFingerprint,
        },
      }),
    );
    while (await this.sealEntries.execute());
    const checkpoint = await this.makeCheckpoint.execute(this.calendar.today(), { another: true });
    if (checkpoint === null) throw new Error('no checkpoint was made of the restored trail');
    const { sequence, keyFingerprint } = checkpoint;
    return { sequence, keyFingerprint, sameKey: keyFingerprint === signingKeyFingerprint };
  }
}
