/** The floor of a request: the same statements in the same order behind a bare handler, answered as JSON. */
const { readFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { Pool, types } = require('pg');

types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.NUMERIC, Number);
types.setTypeParser(types.builtins.INT8, Number);

const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: 20,
  options: '-c TimeZone=UTC',
  keepAlive: true,
});

const revive = (value) => (value?.type === 'Buffer' ? Buffer.from(value.data) : value);
const statementsOf = new Map(
  Object.entries(JSON.parse(readFileSync(process.env.BENCH_STATEMENTS, 'utf8'))).map(([path, statements]) => [
    path,
    statements.map(({ text, values }) => ({ text, values: values.map(revive) })),
  ]),
);

// A write is run again and again on what it found the first time: each of its transactions is undone to a savepoint
// and committed all the same.
const undo = process.env.BENCH_UNDO !== undefined;
const OPENS = /^(START TRANSACTION|BEGIN)/;
const CLOSES = /^COMMIT/;

async function run(client, statement) {
  if (undo && CLOSES.test(statement.text)) await client.query('ROLLBACK TO SAVEPOINT floor');
  const { rows } = await client.query(statement);
  if (undo && OPENS.test(statement.text)) await client.query('SAVEPOINT floor');
  return rows;
}

async function answer(statements) {
  const client = await pool.connect();
  try {
    const found = [];
    for (const statement of statements) found.push(await run(client, statement));
    // What the session lookup found is not for the reader.
    return JSON.stringify(found.slice(1));
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  answer(statementsOf.get(request.url)).then(
    (body) => {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    },
    (error) => response.writeHead(500).end(error.message),
  );
});

server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send({ type: 'ready' }));
process.on('disconnect', () => process.exit(0));
