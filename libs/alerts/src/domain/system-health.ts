import type { CalendarDate } from '@app/kernel';

/** How a part of the system stands: `warning` asks to look soon, `failing` asks to act. */
export const ITEM_STATES = ['ok', 'warning', 'failing'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const SYSTEM_ITEMS = [
  'database',
  'migrations',
  'queue',
  'outbox',
  'planner',
  'workers',
  'api',
  'mail',
  'sealing',
  'files',
  'time_zone',
] as const;
export type SystemItemCode = (typeof SYSTEM_ITEMS)[number];

/** In what a figure is told. */
export const FIGURE_UNITS = ['count', 'bytes', 'seconds', 'share', 'instant', 'day', 'text'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

export interface SystemFigure {
  readonly code: string;
  /** Instants in ISO 8601, days as `2026-11-25`, shares from 0 to 1; null where there is none. */
  readonly value: string | number | null;
  readonly unit: FigureUnit;
}

export interface SystemItem {
  readonly code: SystemItemCode;
  readonly state: ItemState;
  readonly figures: readonly SystemFigure[];
}

/** A process of the register that gave a sign of life a short time ago. */
export interface RunningProcess {
  readonly kind: 'api' | 'worker';
  readonly host: string;
  readonly version: string;
  readonly nodeVersion: string;
  readonly startedAt: Date;
  readonly seenSecondsAgo: number;
}

/** What was found; a part that could not be asked is null. */
export interface SystemFacts {
  readonly database: {
    readonly version: string;
    readonly bytes: number;
    readonly connections: number;
    readonly mostConnections: number;
  } | null;
  readonly migrations: { readonly applied: number; readonly missing: number } | null;
  readonly queue: {
    readonly backend: string;
    readonly waiting: number;
    readonly active: number;
    readonly delayed: number;
    readonly failed: number;
  } | null;
  /** Rows that are due; `repeated` were handed to the queue three times or more and are not done. */
  readonly outbox: {
    readonly due: number;
    readonly oldestSeconds: number | null;
    readonly repeated: number;
  } | null;
  readonly planner: { readonly lastRunSecondsAgo: number | null } | null;
  readonly processes: readonly RunningProcess[] | null;
  /** Of the process that answers. */
  readonly api: { readonly uptimeSeconds: number; readonly version: string; readonly nodeVersion: string };
  /** `answers` is null without a mail server. */
  readonly mail: { readonly answers: boolean | null; readonly lastSentAt: Date | null } | null;
  readonly sealing: {
    readonly unsealed: number;
    readonly oldestUnsealedSeconds: number | null;
    readonly lastSealedAt: Date | null;
    readonly lastCheckpointOn: CalendarDate | null;
    readonly daysSinceCheckpoint: number | null;
  } | null;
  readonly files: { readonly freeBytes: number; readonly totalBytes: number } | null;
  readonly timeZone: { readonly agrees: boolean; readonly pinned: string; readonly runtime: string | null };
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** From which value on an item warns, and from which it fails. */
export const LIMITS = {
  connectionShare: { warning: 0.8, failing: 0.95 },
  queued: { warning: 5_000, failing: 50_000 },
  outboxSeconds: { warning: 5 * MINUTE, failing: HOUR },
  /** The planner runs every ten minutes. */
  plannerSeconds: { warning: 25 * MINUTE, failing: HOUR },
  /** The sealer takes a second; after a minute the trail does not verify. */
  unsealedSeconds: { warning: 10, failing: MINUTE },
  daysSinceCheckpoint: { warning: 2, failing: 7 },
  usedShare: { warning: 0.85, failing: 0.95 },
} as const;

type Limits = (typeof LIMITS)[keyof typeof LIMITS];

const WORST_FIRST: readonly ItemState[] = ['failing', 'warning', 'ok'];

/** The worst of some states; `ok` of none. */
export function worstOf(states: readonly ItemState[]): ItemState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'ok';
}

/** How a value stands that should be small; what is not there is small. */
export function against(value: number | null, { warning, failing }: Limits): ItemState {
  if (value === null || value < warning) return 'ok';
  return value < failing ? 'warning' : 'failing';
}

/** Each part with its state and figures; what could not be asked fails. */
export function judgeSystem(facts: SystemFacts): SystemItem[] {
  return [
    database(facts.database),
    migrations(facts.migrations),
    queue(facts.queue),
    outbox(facts.outbox),
    planner(facts.planner),
    workers(facts),
    api(facts),
    mail(facts.mail),
    sealing(facts.sealing),
    files(facts.files),
    timeZone(facts.timeZone),
  ];
}

const figure = (code: string, value: SystemFigure['value'] | Date, unit: FigureUnit): SystemFigure => ({
  code,
  value: value instanceof Date ? value.toISOString() : value,
  unit,
});

const silent = (code: SystemItemCode): SystemItem => ({ code, state: 'failing', figures: [] });

function database(found: SystemFacts['database']): SystemItem {
  if (!found) return silent('database');
  return {
    code: 'database',
    state: against(found.connections / found.mostConnections, LIMITS.connectionShare),
    figures: [
      figure('version', found.version, 'text'),
      figure('size', found.bytes, 'bytes'),
      figure('connections', found.connections, 'count'),
      figure('most_connections', found.mostConnections, 'count'),
    ],
  };
}

function migrations(found: SystemFacts['migrations']): SystemItem {
  if (!found) return silent('migrations');
  return {
    code: 'migrations',
    state: found.missing === 0 ? 'ok' : 'failing',
    figures: [figure('applied', found.applied, 'count'), figure('missing', found.missing, 'count')],
  };
}

function queue(found: SystemFacts['queue']): SystemItem {
  if (!found) return silent('queue');
  return {
    code: 'queue',
    state: worstOf([against(found.waiting, LIMITS.queued), found.failed > 0 ? 'warning' : 'ok']),
    figures: [
      figure('backend', found.backend, 'text'),
      figure('waiting', found.waiting, 'count'),
      figure('active', found.active, 'count'),
      figure('delayed', found.delayed, 'count'),
      figure('failed', found.failed, 'count'),
    ],
  };
}

function outbox(found: SystemFacts['outbox']): SystemItem {
  if (!found) return silent('outbox');
  return {
    code: 'outbox',
    state: worstOf([
      against(found.oldestSeconds, LIMITS.outboxSeconds),
      found.repeated > 0 ? 'warning' : 'ok',
    ]),
    figures: [
      figure('due', found.due, 'count'),
      figure('oldest', found.oldestSeconds, 'seconds'),
      figure('repeated', found.repeated, 'count'),
    ],
  };
}

function planner(found: SystemFacts['planner']): SystemItem {
  if (!found) return silent('planner');
  const { lastRunSecondsAgo } = found;
  return {
    code: 'planner',
    state: lastRunSecondsAgo === null ? 'failing' : against(lastRunSecondsAgo, LIMITS.plannerSeconds),
    figures: [figure('last_run', lastRunSecondsAgo, 'seconds')],
  };
}

function workers({ processes, api: { version } }: SystemFacts): SystemItem {
  if (!processes) return silent('workers');
  const found = processes.filter(({ kind }) => kind === 'worker');
  const [latest] = found;
  return {
    code: 'workers',
    state: !latest ? 'failing' : found.every((one) => one.version === version) ? 'ok' : 'warning',
    figures: [
      figure('running', found.length, 'count'),
      ...(latest
        ? [
            figure('heartbeat', Math.min(...found.map(({ seenSecondsAgo }) => seenSecondsAgo)), 'seconds'),
            figure('started', latest.startedAt, 'instant'),
            figure('version', [...new Set(found.map((one) => one.version))].join(', '), 'text'),
            figure('node', [...new Set(found.map(({ nodeVersion }) => nodeVersion))].join(', '), 'text'),
            figure('hosts', [...new Set(found.map(({ host }) => host))].join(', '), 'text'),
          ]
        : []),
    ],
  };
}

function api({ api: own, processes }: SystemFacts): SystemItem {
  const others = (processes ?? []).filter(({ kind }) => kind === 'api');
  return {
    code: 'api',
    state: others.every(({ version }) => version === own.version) ? 'ok' : 'warning',
    figures: [
      figure('uptime', own.uptimeSeconds, 'seconds'),
      // One that was just started is not among the others yet.
      figure('running', Math.max(1, others.length), 'count'),
      figure('version', own.version, 'text'),
      figure('node', own.nodeVersion, 'text'),
    ],
  };
}

function mail(found: SystemFacts['mail']): SystemItem {
  if (!found) return silent('mail');
  return {
    code: 'mail',
    state: found.answers === null ? 'warning' : found.answers ? 'ok' : 'failing',
    figures: [figure('last_sent', found.lastSentAt, 'instant')],
  };
}

function sealing(found: SystemFacts['sealing']): SystemItem {
  if (!found) return silent('sealing');
  return {
    code: 'sealing',
    state: worstOf([
      against(found.oldestUnsealedSeconds, LIMITS.unsealedSeconds),
      found.daysSinceCheckpoint === null
        ? 'warning'
        : against(found.daysSinceCheckpoint, LIMITS.daysSinceCheckpoint),
    ]),
    figures: [
      figure('unsealed', found.unsealed, 'count'),
      figure('last_sealed', found.lastSealedAt, 'instant'),
      figure('last_checkpoint', found.lastCheckpointOn, 'day'),
    ],
  };
}

function files(found: SystemFacts['files']): SystemItem {
  if (!found) return silent('files');
  const used = found.totalBytes === 0 ? 1 : 1 - found.freeBytes / found.totalBytes;
  return {
    code: 'files',
    state: against(used, LIMITS.usedShare),
    figures: [
      figure('free', found.freeBytes, 'bytes'),
      figure('total', found.totalBytes, 'bytes'),
      figure('used', used, 'share'),
    ],
  };
}

function timeZone({ agrees, pinned, runtime }: SystemFacts['timeZone']): SystemItem {
  return {
    code: 'time_zone',
    state: agrees ? 'ok' : 'failing',
    figures: [figure('pinned', pinned, 'text'), figure('runtime', runtime, 'text')],
  };
}
