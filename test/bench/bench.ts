import { measureAudit } from './measure-audit';
import { measureDispatch } from './measure-dispatch';
import { measureGrowth } from './measure-growth';
import { measureLists, measureRecords } from './measure-reads';
import { measureStandings } from './measure-standings';
import { measureSummary } from './measure-summary';
import { measureSweep } from './measure-sweep';
import { measureVersions } from './measure-versions';
import { BenchOptions, readOptions } from './options';
import { BenchServer, startServer } from './registers';
import { Measurement, report } from './report';

/** Measures what the command line asks for, prints the table and writes the file. */
export async function runBench(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const startedAt = new Date();
  const server = await startServer();
  const interrupted = () => void server.stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const measurements = await measureAll(server, options);
    report(measurements, options, { postgresql: server.version, startedAt });
  } finally {
    await server.stop();
  }
}

/** What is measured on the one large register; the sweep fills the ledger, and what reports make of promises comes last. */
const ON_THE_REGISTER = [
  ['list', measureLists],
  ['read', measureRecords],
  ['versions', measureVersions],
  ['dispatch', measureDispatch],
  ['sweep', measureSweep],
  ['standings', measureStandings],
  ['summary', measureSummary],
] as const;

async function measureAll(server: BenchServer, options: BenchOptions): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  const wanted = ON_THE_REGISTER.filter(([part]) => options.parts.includes(part));
  if (wanted.length > 0) {
    say(`generating a register of ${options.agreements.toLocaleString('en')} agreements`);
    const register = await server.makeRegister('bench_register', { agreements: options.agreements });
    for (const [part, measure] of wanted) {
      say(part);
      measurements.push(...(await measure(register, options)));
    }
  }
  if (options.parts.includes('audit')) {
    say('audit');
    measurements.push(...(await measureAudit(server, options)));
  }
  if (options.parts.includes('growth')) {
    const [small, large] = options.growth;
    say(`generating registers of ${small.toLocaleString('en')} and ${large.toLocaleString('en')} agreements`);
    const registers = [
      await server.makeRegister('bench_small', { agreements: small, documents: false }),
      await server.makeRegister('bench_large', { agreements: large, documents: false }),
    ] as const;
    say('growth');
    measurements.push(...(await measureGrowth(...registers, options)));
  }
  return measurements;
}

function say(line: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${line}\n`);
}
