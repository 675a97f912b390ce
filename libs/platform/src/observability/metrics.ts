import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { Settings } from '../config/settings';

/** Seconds between an answer that nobody notices and one that nobody waits for. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Longer than this is no answer: the other figures do not wait for one whose database is gone. */
const PATIENCE_MS = 3_000;

/** One value of a gauge, with what it is counted by; labels are names of the code, never ids or values of people. */
export interface GaugeValue {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A figure of the register that is read when somebody asks for the metrics. */
export interface WatchedFigure {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  read(): Promise<readonly GaugeValue[]>;
}

/** What the process counts of its own work, in Prometheus' format. Nothing is collected without `METRICS_PORT`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly isOn: boolean;
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly jobs: Counter<'job' | 'outcome'>;

  constructor(@Inject(Settings) { metricsPort }: Settings) {
    this.isOn = metricsPort !== null;
    this.requests = new Histogram({
      name: 'mithaq_http_request_duration_seconds',
      help: 'Requests by route, and how long their answers took',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS,
      registers: [this.registry],
    });
    this.jobs = new Counter({
      name: 'mithaq_jobs_total',
      help: 'Jobs that this worker has done, or that failed in it',
      labelNames: ['job', 'outcome'],
      registers: [this.registry],
    });
    if (this.isOn) collectDefaultMetrics({ register: this.registry });
  }

  countRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  countJob(job: string, outcome: 'done' | 'failed'): void {
    this.jobs.inc({ job, outcome });
  }

  /** Adds a figure; one that cannot be read is left out of that answer. */
  watch({ name, help, labels = [], read }: WatchedFigure): void {
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [this.registry],
      async collect() {
        const values = await readInTime(read);
        this.reset();
        // Without labels it would now say zero, which is an answer.
        if (labels.length === 0) this.remove();
        try {
          for (const { labels: by = {}, value } of values) this.set({ ...by }, value);
        } catch {
          this.reset();
          if (labels.length === 0) this.remove();
        }
      },
    });
  }
}

/** The values, or none of a figure that cannot be read: a rejection here would end the process that is asked. */
async function readInTime(read: WatchedFigure['read']): Promise<readonly GaugeValue[]> {
  const enough = new AbortController();
  const overtime = pause(PATIENCE_MS, [], { signal: enough.signal, ref: false }).catch(() => []);
  try {
    return await Promise.race([read(), overtime]);
  } catch {
    return [];
  } finally {
    enough.abort();
  }
}
