import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../apps/standalone/src/embedded-postgres';
import { DataDirectory, freePort, kill, RealProcess } from './real-process';

interface Outcome {
  code: number | string | null;
  stdout: string;
  stderr: string;
}

// Real servers and real starts: seconds on an idle machine, more beside the rest of the tests.
jest.setTimeout(60_000);

describe('the commands of an installation', () => {
  let directory: DataDirectory;
  const launched: RealProcess[] = [];

  async function run(command: string, settings: Record<string, string> = {}): Promise<Outcome> {
    const env = { ...process.env, DATA_DIR: directory.path, ...settings };
    const started = RealProcess.ofProgram('run-command.ts', [command], { env });
    const code = await started.end();
    return { code, stdout: started.stdout, stderr: started.stderr };
  }

  async function launch(): Promise<RealProcess> {
    const env = { ...process.env, DATA_DIR: directory.path, PORT: String(await freePort()) };
    const launcher = RealProcess.ofProgram('launch.ts', [], { env });
    launched.push(launcher);
    await launcher.says(/^READY/m);
    return launcher;
  }

  async function tables(url: string): Promise<string[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    await client.end();
    return rows.map(({ name }) => name);
  }

  beforeEach(() => {
    directory = new DataDirectory();
  });
  afterEach(async () => {
    for (const { pid } of launched.splice(0)) kill(pid);
    await directory.remove();
  });

  it('db:url prints the owner of the running server and nothing else', async () => {
    await launch();
    const { code, stdout, stderr } = await run('db-url');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^postgresql:\/\/mithaq_owner:[^@\n]+@127\.0\.0\.1:\d+\/mithaq\n$/);
    expect(await tables(stdout.trim())).toEqual(['visit']);
  });

  it('db:url and db:stop say so when nothing runs, and make no folder', async () => {
    rmSync(directory.path, { recursive: true });
    expect(await run('db-url')).toEqual({
      code: 1,
      stdout: '',
      stderr: `No embedded database is running for ${directory.path}: npm start starts one.\n`,
    });
    expect(await run('db-stop')).toEqual({
      code: 0,
      stdout: `No embedded database is running for ${directory.path}: nothing to stop.\n`,
      stderr: '',
    });
    expect(existsSync(directory.path)).toBe(false);
  });

  it('db:stop leaves a living installation alone and stops what a killed one left', async () => {
    const launcher = await launch();
    const refused = await run('db-stop');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`is in use by process ${launcher.pid}: stop that one first`);
    kill(launcher.pid);
    await launcher.end();
    const stopped = await run('db-stop');
    expect(stopped).toEqual({
      code: 0,
      stdout: `The embedded database of ${directory.path} was stopped.\n`,
      stderr: '',
    });
    expect(directory.serverProcesses()).toEqual([]);
    expect(existsSync(join(directory.path, 'launcher.lock'))).toBe(false);
  });

  it('migrate brings the embedded database up to date, also when nothing runs', async () => {
    const { code, stdout, stderr } = await run('migrate');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/The schema is up to date\.\n$/);
    expect(directory.serverProcesses()).toEqual([]);
    const server = await startEmbeddedPostgres({ dataDir: directory.path, log: () => undefined });
    expect(await tables(server.ownerUrl)).toContain('schema_migration');
    await server.stop();
  });

  it('migrate wants the owner of a database of one’s own', async () => {
    const server = await startEmbeddedPostgres({ dataDir: directory.path, log: () => undefined });
    const refused = await run('migrate', { DATABASE_URL: server.appUrl });
    expect(refused).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'DATABASE_OWNER_URL is missing: the schema is changed by its owner, never by the role of DATABASE_URL.\n',
    });
    const done = await run('migrate', { DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl });
    expect(done.stderr).toBe('');
    expect(done.code).toBe(0);
    await server.stop();
  });
});
