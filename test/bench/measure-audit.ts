import { mkdtemp } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { join, resolve } from 'node:path';
import { recordsPerSecond, startApi } from './http-load';
import type { BenchOptions } from './options';
import { type RunningProcess, startProcess } from './processes';
import { type BenchServer, type Register, asked, withClient } from './registers';
import type { Measurement } from './report';
import { turnByTurn } from './statistics';

const WORKER = resolve(__dirname, '../../dist/apps/worker/src/main.js');
const PATIENCE_MS = 60_000;

/** A register with the processes that serve it. */
interface Served {
  readonly register: Register;
  readonly api: RunningProcess;
  stop(): Promise<void>;
}

/** What the chain costs: records taken a second while all of them are sealed, against a register that has no chain. */
export async function measureAudit(
  server: BenchServer,
  { rounds, seconds, warmUp }: BenchOptions,
): Promise<Measurement[]> {
  const chained = await serve(
    await server.makeRegister('bench_chain', { agreements: 100, documents: false }),
  );
  const plain = await serve(await withoutChain(server));
  try {
    for (const { api, register } of [chained, plain]) await recordsPerSecond(api, register, warmUp);
    await untilSealed(chained.register);
    const found = await turnByTurn(
      rounds,
      () => sealedPerSecond(chained, seconds),
      () => recordsPerSecond(plain.api, plain.register, seconds),
    );
    return [
      {
        name: 'audited POST /sources',
        unit: 'records/s',
        ...found,
        floorName: 'the same on a register whose entries are not handed to the sealer',
        aim: { atLeast: 0.8 },
        note: 'measured until the last entry is sealed; a worker runs beside both',
      },
    ];
  } finally {
    await chained.stop();
    await plain.stop();
  }
}

async function serve(register: Register): Promise<Served> {
  const worker = await startProcess({
    program: WORKER,
    environment: {
      DATABASE_URL: register.appUrl,
      DATA_DIR: await mkdtemp(join(register.dataDir, 'worker-')),
      FILES_DIR: join(register.dataDir, 'files'),
    },
  });
  const api = await startApi(register);
  return {
    register,
    api,
    stop: async () => {
      await api.stop();
      await worker.stop();
    },
  };
}

async function withoutChain(server: BenchServer): Promise<Register> {
  const register = await server.makeRegister('bench_no_chain', { agreements: 100, documents: false });
  await withClient(register.ownerUrl, (client) =>
    client.query('DROP TRIGGER audit_entry_is_to_be_sealed ON audit_entry; TRUNCATE audit_unsealed'),
  );
  return register;
}

/** What the sealer owes beyond its second counts too: a chain that fell behind would only look fast. */
async function sealedPerSecond({ api, register }: Served, seconds: number): Promise<number> {
  const rate = await recordsPerSecond(api, register, seconds);
  const behind = Math.max(0, (await untilSealed(register)) - 1);
  return (rate * seconds) / (seconds + behind);
}

/** Waits for the sealer. @returns seconds */
async function untilSealed({ ownerUrl }: Register): Promise<number> {
  const started = performance.now();
  for (; performance.now() - started < PATIENCE_MS; await pause(20)) {
    const { waiting } = await asked<{ waiting: boolean }>(
      ownerUrl,
      'SELECT EXISTS (SELECT 1 FROM audit_unsealed) AS waiting',
    );
    if (!waiting) return (performance.now() - started) / 1000;
  }
  throw new Error('the sealer does not come to an end');
}
