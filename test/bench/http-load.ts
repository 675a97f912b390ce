import { mkdtemp, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { join, resolve } from 'node:path';
import autocannon from 'autocannon';
import { type Statement, readCaptured } from './captured';
import { type RunningProcess, startProcess } from './processes';
import type { Register } from './registers';

const ROOT = resolve(__dirname, '../..');
const API = resolve(ROOT, 'dist/apps/api/src/main.js');

/** Open connections of the load: enough to keep two cores busy, few enough not to measure a queue. */
const CONNECTIONS = 10;

/** The api on a register. */
export function startApi(register: Register, capture?: string): Promise<RunningProcess> {
  return startProcess({
    program: API,
    preload: capture ? [resolve(__dirname, 'capture.cjs')] : [],
    environment: {
      DATABASE_URL: register.appUrl,
      DATA_DIR: register.dataDir,
      LOG_LEVEL: 'error',
      // One machine asks for all: what is measured is the register, not its limits.
      REQUESTS_PER_MINUTE: '0',
      ACCOUNT_REQUESTS_PER_MINUTE: '0',
      ...(capture ? { BENCH_CAPTURE_FILE: capture } : {}),
    },
  });
}

/** A bare handler that runs what the api ran for each of these paths, on the same register. */
export async function startFloor(register: Register, paths: readonly string[]): Promise<RunningProcess> {
  const folder = await mkdtemp(join(register.dataDir, 'floor-'));
  const file = join(folder, 'statements.json');
  await writeFile(file, JSON.stringify(await captureStatements(register, paths, join(folder, 'captured'))));
  return startProcess({
    program: resolve(__dirname, 'floor-http.cjs'),
    environment: { DATABASE_URL: register.appUrl, BENCH_STATEMENTS: file },
  });
}

/** Asks for each path once and notes every statement that the api sends meanwhile. */
async function captureStatements(
  register: Register,
  paths: readonly string[],
  file: string,
): Promise<Record<string, Statement[]>> {
  const api = await startApi(register, file);
  try {
    const found: Record<string, Statement[]> = {};
    for (const path of paths) {
      // The first request also opens connections; it is not the one that counts.
      await get(api, register, path);
      await pause(100);
      await writeFile(file, '');
      await get(api, register, path);
      await pause(50);
      found[path] = await readCaptured(file);
    }
    return found;
  } finally {
    await api.stop();
  }
}

/** The body of one answer. */
export async function get<Body = unknown>(
  api: RunningProcess,
  register: Register,
  path: string,
): Promise<Body> {
  const answer = await fetch(`http://127.0.0.1:${api.port}${path}`, { headers: { cookie: register.cookie } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Body;
}

/** Answers a second under load, the paths in turn. */
export async function requestsPerSecond(
  process: RunningProcess,
  register: Register,
  paths: readonly string[],
  seconds: number,
): Promise<number> {
  const result = await autocannon({
    url: `http://127.0.0.1:${process.port}`,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { cookie: register.cookie },
    requests: paths.map((path) => ({ path })),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers other than 200, ${result.errors} errors: ${paths[0]}`);
  }
  return result['2xx'] / result.duration;
}

/** Of all sources that a run records, each has an address of its own. */
let recorded = 0;

/** Sources recorded a second under load. */
export async function recordsPerSecond(
  process: RunningProcess,
  register: Register,
  seconds: number,
): Promise<number> {
  const result = await autocannon({
    url: `http://127.0.0.1:${process.port}`,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { cookie: register.cookie, 'content-type': 'application/json' },
    // Connections share what is given as `requests`, so that their first ones would be the same.
    setupClient: (client) =>
      client.setRequests([{ ...newSource(), setupRequest: (request) => ({ ...request, ...newSource() }) }]),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    const statuses = JSON.stringify(result.statusCodeStats);
    throw new Error(`answers other than 201, or ${result.errors} errors: POST /sources ${statuses}`);
  }
  return result['2xx'] / result.duration;
}

function newSource() {
  recorded += 1;
  const source = { url: `https://bench.example/${recorded}`, title: 'A report', publisher: 'Press' };
  return { path: '/api/v1/sources', method: 'POST', body: JSON.stringify(source) };
}
