import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase } from '../support/database';
import { RealProcess, ROOT, freePort } from './real-process';

const API = join(ROOT, 'dist/apps/api/src/main.js');

jest.setTimeout(120_000);

describe('the metrics of a real process', () => {
  let database: TestDatabase;
  let dataDir: string;
  let api: RealProcess | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'mithaq-metrics-'));
  });
  afterAll(async () => {
    api?.child.kill('SIGKILL');
    await api?.end();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** New connections of the application are refused, and those it has are cut. */
  async function takeDatabaseAway(): Promise<void> {
    await database.asSuperuser(`ALTER DATABASE ${database.name} CONNECTION LIMIT 0`);
    await database.asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = '${database.name}' AND pid <> pg_backend_pid()`,
    );
  }

  it('are answered while its database is gone, without the figures of the register, and are whole afterwards', async () => {
    const [port, metricsPort] = [await freePort(), await freePort()];
    api = RealProcess.of([API], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'test',
        LOG_LEVEL: 'fatal',
        DATABASE_URL: database.appUrl,
        DATA_DIR: dataDir,
        PORT: String(port),
        METRICS_PORT: String(metricsPort),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    await Promise.race([once(api.child, 'message'), once(api.child, 'exit')]);
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
      return { status: answer.status, text: await answer.text() };
    };
    const whole = await ask();
    expect(whole.text).toMatch(/^mithaq_audit_unsealed_entries \d/m);

    await takeDatabaseAway();
    for (let each = 0; each < 5; each += 1) {
      const { status, text } = await ask();
      expect(status).toBe(200);
      expect(text).toMatch(/^process_cpu_seconds_total/m);
      expect(text).not.toMatch(/^mithaq_audit_unsealed_entries/m);
    }
    expect(api.hasEnded).toBe(false);

    await database.asSuperuser(`ALTER DATABASE ${database.name} CONNECTION LIMIT -1`);
    expect((await ask()).text).toMatch(/^mithaq_audit_unsealed_entries \d/m);
    api.child.kill('SIGTERM');
    await api.end();
    expect(api.stderr).toBe('');
  });
});
