import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, BeforeApplicationShutdown } from '@nestjs/common';
import { SealEntries } from '../use-cases/seal-entries';

/** An entry is sealed within a second of its commit; writers never wait for it. */
const IDLE_PAUSE_MS = 250;

/** Seals for as long as the process runs. Any number may run side by side: one of them seals at a time. */
@Injectable()
export class AuditSealer implements BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditSealer.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly sealEntries: SealEntries) {}

  /** Begins to seal. */
  start(): void {
    this.running = this.loop();
  }

  /** The connection to the database ends after this. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const moreWaits = await this.sealEntries.execute().catch((error: Error) => {
        this.logger.warn(`sealing: ${error.message}`);
        return false;
      });
      if (!moreWaits) {
        await pause(IDLE_PAUSE_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }
}
