/**
 * The floor of a dispatched alert: BullMQ as the register sets it up, with a handler that does nothing but send the
 * statements of one dispatch, in their order and transaction: no mail is written and none is sent.
 */
const { createPostgresBackend, createRedisBackend, withBackend } = require('bullmq');
const { Pool } = require('pg');

// The application's role makes no sequences: only the queue that the migration step made can be used.
const QUEUE = 'mithaq';
const BATCH = 500;
const { DATABASE_URL, REDIS_URL } = process.env;

const classes = withBackend(REDIS_URL ? createRedisBackend : createPostgresBackend);
const connection = REDIS_URL
  ? { url: REDIS_URL, maxRetriesPerRequest: null }
  : { connectionString: DATABASE_URL, schema: 'bullmq', max: 5, keepAlive: true };
const pool = new Pool({
  connectionString: DATABASE_URL,
  max: 20,
  keepAlive: true,
  options: '-c TimeZone=UTC',
});

const JOB = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 2000 },
  removeOnComplete: true,
  removeOnFail: true,
};

const revive = (value) => (value?.type === 'Buffer' ? Buffer.from(value.data) : value);

/** The same value, with the ids of the alert that was watched replaced by those of this one. */
function withIds(value, ids) {
  if (Array.isArray(value)) return value.map((one) => withIds(one, ids));
  return typeof value === 'string' && value in ids ? ids[value] : revive(value);
}

async function send(statements, ids) {
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) {
      if (values.length === 0) await client.query(text);
      else
        await client.query(
          text,
          values.map((value) => withIds(value, ids)),
        );
    }
  } finally {
    client.release();
  }
}

/** @param alerts for each alert, what its own ids replace */
async function run({ alerts, statements }) {
  const finished = [];
  const queue = new classes.Queue(QUEUE, { connection });
  const worker = new classes.Worker(
    QUEUE,
    async (job) => {
      await send(statements, alerts[job.data.payload.row]);
      finished.push(performance.now());
    },
    {
      connection,
      concurrency: 10,
      lockDuration: 10_000,
      stalledInterval: 5_000,
      maxStalledCount: 1000,
      autorun: false,
    },
  );
  worker.on('error', () => undefined);
  void worker.run();
  const rows = [...alerts.keys()];
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await queue.addBulk(
      batch.map((row) => ({
        name: 'alerts.dispatch',
        data: { outboxId: null, payload: { row } },
        opts: { ...JOB, jobId: `floor-${process.pid}-${row}` },
      })),
    );
  }
  while (finished.length < rows.length) await new Promise((passed) => setTimeout(passed, 100));
  await worker.close();
  await queue.close();
  return finished;
}

process.on('message', (question) => {
  run(question).then(
    (finished) => process.send({ finished }),
    (error) => process.send({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send({ type: 'ready' });
