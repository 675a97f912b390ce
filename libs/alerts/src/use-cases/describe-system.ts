import { statfs } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, LegalDay, daysBetween } from '@app/kernel';
import {
  CountQueued,
  MailServerProbe,
  ProcessHeartbeat,
  Settings,
  monotonicMilliseconds,
  productVersion,
  timeZoneData,
  timeZoneHealth,
} from '@app/platform';
import {
  type ItemState,
  type RunningProcess,
  type SystemFacts,
  type SystemItem,
  judgeSystem,
  worstOf,
} from '../domain/system-health';
import { SystemFiguresRepository } from '../persistence/system-figures.repository';
import { FindLastPlan } from './find-last-plan';

/** How the whole system stands, and each part of it. */
export interface SystemHealth {
  readonly state: ItemState;
  readonly lookedAt: Date;
  readonly items: readonly SystemItem[];
}

/** A part that has not answered by then is told as one that does not. */
const PATIENCE_MS = 4_000;

/** A process that gave no sign of life for this long is not counted; it gives one every ten seconds. */
const SEEN_WITHIN_MS = 45_000;

/** Looks at every part of the system by itself: one that is silent silences no other. */
@Injectable()
export class DescribeSystem {
  private readonly startedAt = monotonicMilliseconds();

  constructor(
    private readonly figures: SystemFiguresRepository,
    private readonly lastPlan: FindLastPlan,
    private readonly queue: CountQueued,
    private readonly heartbeat: ProcessHeartbeat,
    private readonly mailServer: MailServerProbe,
    private readonly clock: Clock,
    private readonly day: LegalDay,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async execute(): Promise<SystemHealth> {
    const [database, migrations, queue, outbox, planner, processes, mail, sealing, files] = await Promise.all(
      [
        inTime(this.figures.database()),
        inTime(this.figures.migrations()),
        inTime(this.queue.execute()),
        inTime(this.figures.outbox(this.clock.now())),
        inTime(this.lastPlan.secondsSince().then((lastRunSecondsAgo) => ({ lastRunSecondsAgo }))),
        inTime(this.processes()),
        inTime(this.mail()),
        inTime(this.sealing()),
        inTime(this.files()),
      ],
    );
    const api = {
      uptimeSeconds: (monotonicMilliseconds() - this.startedAt) / 1000,
      version: productVersion(),
      nodeVersion: process.versions.node,
    };
    const timeZone = { agrees: timeZoneHealth().status === 'ok', ...timeZoneData() };
    const facts = { database, migrations, queue, outbox, planner, processes, mail, sealing, files };
    const items = judgeSystem({ ...facts, api, timeZone });
    return { state: worstOf(items.map(({ state }) => state)), lookedAt: this.clock.now(), items };
  }

  private async processes(): Promise<RunningProcess[]> {
    const now = this.clock.outside().getTime();
    const seen = await this.heartbeat.seenSince(new Date(now - SEEN_WITHIN_MS));
    return seen.map(({ seenAt, ...one }) => ({
      ...one,
      seenSecondsAgo: Math.max(0, (now - seenAt.getTime()) / 1000),
    }));
  }

  private async mail(): Promise<SystemFacts['mail']> {
    const [answers, lastSentAt] = await Promise.all([this.mailServer.answers(), this.figures.lastMailAt()]);
    return { answers, lastSentAt };
  }

  private async sealing(): Promise<SystemFacts['sealing']> {
    const found = await this.figures.sealing(this.clock.outside());
    const { lastCheckpointOn } = found;
    return {
      ...found,
      daysSinceCheckpoint: lastCheckpointOn && daysBetween(lastCheckpointOn, this.day.today()),
    };
  }

  private async files(): Promise<SystemFacts['files']> {
    const { bavail, blocks, bsize } = await statfs(this.settings.filesDir).catch(() =>
      // Before the first file there is no folder yet.
      statfs(this.settings.dataDir),
    );
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  }
}

/** The answer, or null when there is none in time. */
async function inTime<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  const enough = new AbortController();
  const overtime = pause(PATIENCE_MS, null, { signal: enough.signal, ref: false }).catch(() => null);
  try {
    return await Promise.race([asked, overtime]);
  } catch {
    return null;
  } finally {
    enough.abort();
  }
}
