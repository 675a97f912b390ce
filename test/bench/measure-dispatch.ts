import { mkdtemp } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { join, resolve } from 'node:path';
import { type Statement, readCaptured } from './captured';
import type { BenchOptions } from './options';
import { type RunningProcess, startProcess } from './processes';
import { type Register, withClient } from './registers';
import type { Measurement } from './report';
import { turnByTurn } from './statistics';

/** A working day within sending hours, before any deadline of the register comes near: the planner adds nothing. */
const TODAY = '2014-06-03';
const NOW = `${TODAY}T10:00:00Z`;

const WORKER = resolve(__dirname, '../../dist/apps/worker/src/main.js');
const LEDGER = 'alert_condition, alert_occurrence, alert_notification, outbox, sent_mail';
const PATIENCE_MS = 300_000;

/** The statements of one dispatch, with the ids that it names. */
interface WatchedDispatch {
  readonly statements: readonly Statement[];
  readonly notificationId: string;
  readonly outboxId: string;
  readonly messageId: string;
}

/** How many alerts a second a worker sends, against BullMQ alone with the same statements and commits. */
export async function measureDispatch(
  register: Register,
  { rounds, alerts }: BenchOptions,
): Promise<Measurement[]> {
  const sink = await startProcess({ program: resolve(__dirname, 'mail-sink.cjs'), environment: {} });
  try {
    const watched = await watchOne(register, sink);
    const redisUrl = process.env.REDIS_URL;
    const backends: Record<string, string>[] = [{}, ...(redisUrl ? [{ REDIS_URL: redisUrl }] : [])];
    const measurements: Measurement[] = [];
    for (const backend of backends) {
      const found = await turnByTurn(
        rounds,
        async () => rateOf(await dispatch(register, sink, alerts, backend)),
        async () => rateOf(await runFloor(register, alerts, watched, backend)),
      );
      const transport = 'REDIS_URL' in backend ? 'Redis' : 'PostgreSQL';
      measurements.push({
        name: `dispatch, ${transport}`,
        unit: 'alerts/s',
        ...found,
        floorName: `BullMQ on ${transport} with a handler that only sends the same ${watched.statements.length} statements`,
        aim: { atLeast: 0.5 },
        note: 'mail goes to a local SMTP sink, the floor sends none',
      });
    }
    return measurements;
  } finally {
    await sink.stop();
  }
}

/** Jobs a second once it runs: the first quarter, while processes warm up, does not count. */
function rateOf(finished: readonly number[]): number {
  const times = [...finished].sort((a, b) => a - b).slice(Math.floor(finished.length / 4));
  return ((times.length - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0));
}

/** Sends alerts with one worker; answers when each was sent, in milliseconds. */
async function dispatch(
  register: Register,
  sink: RunningProcess,
  alerts: number,
  environment: Record<string, string>,
  capture?: string,
): Promise<number[]> {
  await fillLedger(register, alerts);
  const worker = await startProcess({
    program: WORKER,
    preload: capture ? [resolve(__dirname, 'capture.cjs')] : [],
    environment: {
      DATABASE_URL: register.appUrl,
      DATA_DIR: await mkdtemp(join(register.dataDir, 'worker-')),
      FILES_DIR: join(register.dataDir, 'files'),
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      CLOCK_START: NOW,
      ...(capture ? { BENCH_CAPTURE_FILE: capture } : {}),
      ...environment,
    },
  });
  try {
    return await sentTimes(register, alerts);
  } finally {
    await worker.stop();
  }
}

async function sentTimes(register: Register, alerts: number): Promise<number[]> {
  return withClient(register.ownerUrl, async (client) => {
    for (const started = performance.now(); performance.now() - started < PATIENCE_MS; await pause(250)) {
      const { rows } = await client.query<{ at: number }>(
        `SELECT extract(epoch FROM sent_at)::float8 * 1000 AS at FROM alert_notification WHERE state = 'sent'`,
      );
      if (rows.length === alerts) return rows.map(({ at }) => at);
    }
    const { rows } = await client.query(
      'SELECT state, reason, count(*) FROM alert_notification GROUP BY 1, 2',
    );
    throw new Error(`the worker does not come to an end: ${JSON.stringify(rows)}`);
  });
}

/** Alerts that are due now: one for the owner of each of the first promises with a deadline. */
async function fillLedger(register: Register, alerts: number): Promise<void> {
  await withClient(register.ownerUrl, async (client) => {
    await client.query(`TRUNCATE ${LEDGER}`);
    await client.query(
      `WITH subject AS (
         SELECT subject_id, agreement_id, last_day, 'position:' || owner_position_id AS recipient,
                gen_random_uuid() AS condition_id, gen_random_uuid() AS occurrence_id,
                gen_random_uuid() AS notification_id
           FROM live_deadline WHERE subject_type = 'commitment' ORDER BY subject_id LIMIT $1
       ), chosen AS MATERIALIZED (SELECT * FROM subject
       ), opened AS (
         INSERT INTO alert_condition (id, subject_type, subject_id, agreement_id, rule, deadline_date, state, opened_on)
         SELECT condition_id, 'commitment', subject_id, agreement_id, 'deadline_ahead', last_day, 'open', $2::date FROM chosen
       ), recorded AS (
         INSERT INTO alert_occurrence (id, condition_id, agreement_id, subject_type, subject_id, rule, threshold,
           deadline_date, state, catch_up, addressed_to, planned_on, planned_at)
         SELECT occurrence_id, condition_id, agreement_id, 'commitment', subject_id, 'deadline_ahead', -365, last_day,
                'due', false, '{owner}', $2::date, $3::timestamptz FROM chosen
       ), notified AS (
         INSERT INTO alert_notification (id, occurrence_id, ledger_key, recipient, channel, state, send_after)
         SELECT notification_id, occurrence_id, concat_ws('|', subject_id, 'deadline_ahead', -365, last_day, recipient, 'mail'),
                recipient, 'mail', 'queued', $3::timestamptz FROM chosen
       )
       INSERT INTO outbox (id, job, payload, available_at)
       SELECT gen_random_uuid(), 'alerts.dispatch', jsonb_build_object('notificationId', notification_id), $3::timestamptz
         FROM chosen`,
      [alerts, TODAY, NOW],
    );
  });
  await withClient(register.superuserUrl, async (client) => {
    await client.query(`VACUUM ANALYZE ${LEDGER}`);
    await client.query('CHECKPOINT');
  });
}

/** What one dispatch sends, by watching a worker dispatch a few. */
async function watchOne(register: Register, sink: RunningProcess): Promise<WatchedDispatch> {
  const file = join(await mkdtemp(join(register.dataDir, 'dispatch-')), 'captured');
  await dispatch(register, sink, 40, {}, file);
  const transactions = transactionsOf(await readCaptured(file)).filter((transaction) =>
    transaction.some(({ text }) => text.includes('sent_mail')),
  );
  const statements = transactions[Math.floor(transactions.length / 2)] ?? [];
  const first = (part: string, matches: RegExp) => {
    const values = statements.find(({ text }) => text.includes(part))?.values ?? [];
    const found = values.find((value) => typeof value === 'string' && matches.test(value));
    if (typeof found !== 'string') throw new Error(`no dispatch was seen that says ${part}`);
    return found;
  };
  return {
    statements,
    notificationId: first('SKIP LOCKED', /^[0-9a-f-]{36}$/),
    outboxId: first('DELETE FROM outbox', /^[0-9a-f-]{36}$/),
    messageId: first('sent_mail', /^[^\s@]+@[^\s@]+$/),
  };
}

function transactionsOf(statements: readonly Statement[]): Statement[][] {
  const open = new Map<number, Statement[]>();
  const finished: Statement[][] = [];
  for (const statement of statements) {
    const { connection, text } = statement;
    if (/^(START TRANSACTION|BEGIN)/i.test(text)) open.set(connection, []);
    const current = open.get(connection);
    current?.push(statement);
    if (current && /^(COMMIT|ROLLBACK)/i.test(text)) {
      finished.push(current);
      open.delete(connection);
    }
  }
  return finished;
}

async function runFloor(
  register: Register,
  count: number,
  watched: WatchedDispatch,
  environment: Record<string, string>,
): Promise<number[]> {
  await fillLedger(register, count);
  const alerts = await withClient(register.ownerUrl, async (client) => {
    const { rows } = await client.query<{ outbox: string; notification: string }>(
      `SELECT id AS outbox, payload->>'notificationId' AS notification FROM outbox`,
    );
    return rows.map(({ outbox, notification }, row) => ({
      [watched.notificationId]: notification,
      [watched.outboxId]: outbox,
      [watched.messageId]: `floor-${row}@bench.example`,
    }));
  });
  const floor = await startProcess({
    program: resolve(__dirname, 'floor-queue.cjs'),
    environment: { DATABASE_URL: register.appUrl, ...environment },
  });
  try {
    const { statements } = watched;
    const { finished, error } = await floor.ask<{ finished?: number[]; error?: string }>({
      alerts,
      statements,
    });
    if (!finished) throw new Error(error);
    await checkFloor(register, count);
    return finished;
  } finally {
    await floor.stop();
  }
}

/** A floor that changes fewer rows than the dispatch is none. */
async function checkFloor(register: Register, count: number): Promise<void> {
  const { rows } = await withClient(register.ownerUrl, (client) =>
    client.query<{ sent: string; left: string }>(
      `SELECT (SELECT count(*) FROM alert_notification WHERE state = 'sent') AS sent,
              (SELECT count(*) FROM outbox) AS left`,
    ),
  );
  const [{ sent, left } = { sent: '', left: '' }] = rows;
  if (Number(sent) !== count || Number(left) !== 0) {
    throw new Error(`the floor left ${left} outbox rows and ${sent} of ${count} alerts sent`);
  }
}
