import { DispatchNotification } from '@app/alerts';
import { Clock } from '@app/kernel';
import { Outbox } from '@app/platform';
import type { DataSource } from 'typeorm';

interface Application {
  readonly get: <T>(token: abstract new (...args: never[]) => T) => T;
  readonly db: DataSource;
}

/** Does the dispatches that are available now, as a relay and a queue would; answers what each failed with. */
export async function deliverDue(app: Application): Promise<(Error | null)[]> {
  const rows = await app.db.query<{ id: string; payload: { notificationId: string } }[]>(
    `SELECT id, payload FROM outbox WHERE job = 'alerts.dispatch' AND available_at <= $1 ORDER BY available_at, id`,
    [app.get(Clock).now()],
  );
  const outcomes: (Error | null)[] = [];
  for (const { id, payload } of rows) {
    outcomes.push(
      await app
        .get(DispatchNotification)
        .execute(payload.notificationId, app.get(Outbox).deliveryOf(id))
        .then(() => null)
        .catch((error: Error) => error),
    );
  }
  return outcomes;
}
