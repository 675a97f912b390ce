import { DataSource } from 'typeorm';
import { Clock } from '@app/kernel';
import type { Metrics } from '../observability/metrics';

interface Waiting {
  readonly job: string;
  readonly rows: number;
  readonly oldest: Date;
}

/** What of the outbox is due and not done, and for how long: the first sign that a worker, queue or mail server stands. */
export function watchOutbox(metrics: Metrics, dataSource: DataSource, clock: Clock): void {
  const waiting = () =>
    dataSource.query<Waiting[]>(
      `SELECT job, count(*)::integer AS rows, min(available_at) AS oldest
         FROM outbox WHERE available_at <= $1 GROUP BY job`,
      [clock.now()],
    );
  metrics.watch({
    name: 'mithaq_outbox_rows',
    help: 'Rows of the outbox that are due and not done, by job',
    labels: ['job'],
    read: async () => (await waiting()).map(({ job, rows }) => ({ labels: { job }, value: rows })),
  });
  metrics.watch({
    name: 'mithaq_outbox_oldest_seconds',
    help: 'How long the oldest of them has been due, by job',
    labels: ['job'],
    read: async () =>
      (await waiting()).map(({ job, oldest }) => ({
        labels: { job },
        value: Math.max(0, (clock.now().getTime() - oldest.getTime()) / 1000),
      })),
  });
}
