import { mkdtemp, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { join, resolve } from 'node:path';
import { withDatabase } from '../support/database';
import { generatedId } from '../support/generated-register';
import { type Statement, readCaptured } from './captured';
import { startApi } from './http-load';
import type { BenchOptions } from './options';
import { type RunningProcess, startProcess } from './processes';
import { type Register, withClient } from './registers';
import type { Measurement } from './report';
import { turnByTurn } from './statistics';

const AIM = { atLeast: 0.6 } as const;
const FLOOR =
  'the same statements behind a bare node:http handler; each transaction is undone to a savepoint and committed, so that it can be run again';

/** Drafts that are changed at once, each by one connection. */
const WRITERS = 8;

/** One request of a writer, and what it needs to know of the answer before. */
interface Request {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
}

/** What is measured: requests that a writer sends in turn to one agreement with an open draft. */
interface Work {
  readonly name: string;
  readonly requests: (agreementId: string, document: object) => readonly Request[];
}

const WORKS: readonly Work[] = [
  {
    name: 'save a draft',
    requests: (id, document) => [
      { method: 'PUT', path: `/api/v1/agreements/${id}/draft`, body: { ...document, note: 'typed' } },
    ],
  },
  {
    name: 'submit and return a draft',
    requests: (id) => {
      const path = `/api/v1/agreements/${id}/draft/transitions`;
      return [
        { method: 'POST', path, body: { action: 'submit', reason: 'bench', acknowledgeGaps: true } },
        { method: 'POST', path, body: { action: 'return', reason: 'bench' } },
      ];
    },
  },
];

/** How much of their floor the saving of a draft and a step with it reach. */
export async function measureVersions(
  register: Register,
  { rounds, seconds, warmUp }: BenchOptions,
): Promise<Measurement[]> {
  await alsoVerifier(register);
  const measurements: Measurement[] = [];
  let first = 1;
  for (const { name, requests } of WORKS) {
    const drafts = await openDrafts(register, first, 2 * WRITERS);
    first += drafts.length;
    const writers = drafts
      .slice(0, WRITERS)
      .map(({ id, document, revision }) => new Writer(register.cookie, requests(id, document), revision));
    // The floor repeats what was done in a copy, so that it always finds what the copy had.
    const captured = await captureFloor(await copyOf(register), drafts.slice(WRITERS), requests);
    const api = await startApi(register);
    const floor = await startProcess({
      program: resolve(__dirname, 'floor-http.cjs'),
      environment: { DATABASE_URL: register.appUrl, BENCH_STATEMENTS: captured.file, BENCH_UNDO: 'yes' },
    });
    try {
      const measured = (duration: number) => perSecond(writers, duration, (writer) => writer.send(api));
      const bare = (duration: number) =>
        perSecond(captured.paths, duration, (paths) => askInTurn(floor, paths));
      await measured(warmUp);
      await bare(warmUp);
      const found = await turnByTurn(
        rounds,
        () => measured(seconds),
        () => bare(seconds),
      );
      measurements.push({ name, unit: 'requests/s', ...found, floorName: FLOOR, aim: AIM });
    } finally {
      await floor.stop();
      await api.stop();
    }
  }
  return measurements;
}

/** Submits its draft and takes it back, or saves it, naming the revision that it read last. */
class Writer {
  private at = 0;

  constructor(
    private readonly cookie: string,
    private readonly requests: readonly Request[],
    private revision: number,
  ) {}

  async send(api: RunningProcess): Promise<number> {
    for (const request of this.requests) {
      this.at += 1;
      const answer = await send(api, this.cookie, request, this.revision, `${this.at}`);
      this.revision = answer.revision;
    }
    return this.requests.length;
  }
}

async function send(
  api: RunningProcess,
  cookie: string,
  { method, path, body }: Request,
  revision: number,
  mark: string,
): Promise<{ revision: number; document: object }> {
  const written = 'note' in body ? { ...body, note: `typed ${mark}` } : body;
  const answer = await fetch(`http://127.0.0.1:${api.port}${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json', 'if-match': `"${revision}"` },
    body: JSON.stringify(written),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { revision: number; document: object };
}

/** A draft that was opened and saved, so that something differs. */
interface OpenDraft {
  readonly id: string;
  readonly revision: number;
  readonly document: object;
}

async function openDrafts(register: Register, first: number, count: number): Promise<OpenDraft[]> {
  const api = await startApi(register);
  const drafts: OpenDraft[] = [];
  try {
    for (let n = first; n < first + count; n += 1) drafts.push(await openDraft(api, register, n));
  } finally {
    await api.stop();
  }
  return drafts;
}

/** The same register in a database of its own; nobody may be connected to the first meanwhile. */
async function copyOf(register: Register): Promise<Register> {
  copies += 1;
  const name = `${new URL(register.ownerUrl).pathname.slice(1)}_copy_${copies}`;
  const maintenance = withDatabase(register.superuserUrl, 'postgres');
  await withClient(maintenance, async (client) => {
    const { rows } = await client.query<{ owner: string }>(
      'SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1',
      [new URL(register.ownerUrl).pathname.slice(1)],
    );
    const from = new URL(register.ownerUrl).pathname.slice(1);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${from} OWNER "${rows[0]?.owner ?? ''}"`);
  });
  return {
    ...register,
    appUrl: withDatabase(register.appUrl, name),
    ownerUrl: withDatabase(register.ownerUrl, name),
    superuserUrl: withDatabase(register.superuserUrl, name),
  };
}

let copies = 0;

async function openDraft(api: RunningProcess, register: Register, n: number): Promise<OpenDraft> {
  const id = generatedId('agreement', n);
  const path = `/api/v1/agreements/${id}/draft`;
  const opened = await send(
    api,
    register.cookie,
    { method: 'POST', path, body: { kind: 'clerical' } },
    1,
    '',
  );
  // Something has to differ before it can be submitted.
  const changed = { ...opened.document, note: 'typed' };
  const saved = await send(
    api,
    register.cookie,
    { method: 'PUT', path, body: changed },
    opened.revision,
    '0',
  );
  return { id, revision: saved.revision, document: saved.document };
}

/** Sends every request once to agreements of their own and keeps each one's statements under a path of the floor. */
async function captureFloor(
  register: Register,
  drafts: readonly OpenDraft[],
  requests: Work['requests'],
): Promise<{ file: string; paths: string[][] }> {
  const folder = await mkdtemp(join(register.dataDir, 'floor-'));
  const noted = join(folder, 'captured');
  const api = await startApi(register, noted);
  const statements: Record<string, Statement[]> = {};
  const paths: string[][] = [];
  try {
    for (const draft of drafts) {
      let { revision } = draft;
      const own: string[] = [];
      for (const [index, request] of requests(draft.id, draft.document).entries()) {
        await pause(100);
        await writeFile(noted, '');
        ({ revision } = await send(api, register.cookie, request, revision, 'floor'));
        await pause(50);
        const path = `/${draft.id}/${index}`;
        statements[path] = await readCaptured(noted);
        own.push(path);
      }
      paths.push(own);
    }
  } finally {
    await api.stop();
  }
  const file = join(folder, 'statements.json');
  await writeFile(file, JSON.stringify(statements));
  return { file, paths };
}

async function askInTurn(floor: RunningProcess, paths: readonly string[]): Promise<number> {
  for (const path of paths) {
    const answer = await fetch(`http://127.0.0.1:${floor.port}${path}`);
    if (!answer.ok) throw new Error(`floor ${path}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  }
  return paths.length;
}

/** Requests a second while everybody sends theirs as fast as they are answered. */
async function perSecond<One>(
  everybody: readonly One[],
  seconds: number,
  sendOne: (one: One) => Promise<number>,
): Promise<number> {
  const start = performance.now();
  const until = start + seconds * 1000;
  const counts = await Promise.all(
    everybody.map(async (one) => {
      let sent = 0;
      while (performance.now() < until) sent += await sendOne(one);
      return sent;
    }),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total / ((performance.now() - start) / 1000);
}

/** The account of the load drafts and returns: what it must not is to verify its own. */
async function alsoVerifier({ ownerUrl }: Register): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(
      `INSERT INTO role_grant (id, account_id, account_kind, role, scope_kind, granted_at)
       SELECT gen_random_uuid(), id, 'staff', 'verifier', 'country', now() FROM account
        WHERE email = 'bench@mithaq.example'`,
    ),
  );
}
