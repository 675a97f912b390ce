/** How a part stands: `degraded` lets the process work, `unavailable` does not. */
export type HealthStatus = 'ok' | 'degraded' | 'unavailable';

export interface HealthPart {
  readonly status: HealthStatus;
  /** For the operator; open to everyone, so it names no address and no version of a server. */
  readonly detail: string;
}

/** What must be well for a process to do its work. */
export interface HealthReport {
  readonly status: HealthStatus;
  readonly database: HealthPart;
  readonly queue: HealthPart;
  readonly migrations: HealthPart;
  readonly timeZone: HealthPart;
}

const WORST_FIRST: readonly HealthStatus[] = ['unavailable', 'degraded', 'ok'];

/** The parts, and the worst of them as the whole. */
export function reportOf(parts: Omit<HealthReport, 'status'>): HealthReport {
  const found = new Set(Object.values(parts).map(({ status }) => status));
  return { status: WORST_FIRST.find((status) => found.has(status)) ?? 'ok', ...parts };
}

/** 200 while the process can do its work, however badly; 503 when it cannot. */
export function httpStatusOf({ status }: HealthReport): number {
  return status === 'unavailable' ? 503 : 200;
}
