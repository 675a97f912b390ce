import { ProcessHeartbeat, productVersion } from '@app/platform';
import { Client } from 'pg';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';

interface Figure {
  readonly code: string;
  readonly name: string;
  readonly value: string | number | null;
  readonly unit: string;
}
interface Item {
  readonly code: string;
  readonly state: string;
  readonly name: string;
  readonly meaning: string;
  readonly action: string | null;
  readonly figures: readonly Figure[];
}
interface Health {
  readonly state: string;
  readonly items: readonly Item[];
}

describe('the health of the system in detail', () => {
  let api: TestApi;
  let admin: SignedInAccount;

  beforeAll(async () => {
    // Nobody listens there.
    api = await startTestApi({ SMTP_URL: 'smtp://127.0.0.1:9' });
    admin = await signInAs(api, { grants: [countryWide('admin')] });
  });
  afterAll(() => api.close());

  const health = async (language = 'en') =>
    (await admin.http<Health>('GET', '/system/health', { headers: { 'accept-language': language } })).body;
  const item = async (code: string) => (await health()).items.find((one) => one.code === code);
  const figureOf = (found: Item | undefined, code: string) =>
    found?.figures.find((one) => one.code === code)?.value;

  it('is told to administrators alone', async () => {
    const officer = await signInAs(api, { grants: [countryWide('officer')] });
    expect((await officer.http('GET', '/system/health')).status).toBe(403);
    expect((await api.http('GET', '/system/health', { anonymous: true })).status).toBe(401);
  });

  it('tells each part in the language of the reader, with what it means and what to do', async () => {
    for (const [language, database] of [
      ['ar', 'قاعدة البيانات'],
      ['fr', 'Base de données'],
      ['en', 'Database'],
    ]) {
      const { items } = await health(language);
      expect(items).toHaveLength(11);
      expect(items[0]?.name).toBe(database);
      for (const { code, state, name, meaning, action, figures } of items) {
        expect([code, action === null]).toEqual([code, state === 'ok']);
        // A sentence that is missing would be told by its code.
        for (const said of [name, meaning, action ?? '', ...figures.map((one) => one.name)]) {
          expect(said).not.toMatch(/^system_/);
        }
      }
    }
  });

  it('knows the database, the schema, the queue and the time-zone data', async () => {
    const { items, state } = await health();
    expect(state).toBe('failing');
    const byCode = new Map(items.map((one) => [one.code, one]));
    expect(byCode.get('database')).toMatchObject({ state: 'ok' });
    expect(figureOf(byCode.get('database'), 'size')).toBeGreaterThan(1_000_000);
    expect(figureOf(byCode.get('database'), 'version')).toMatch(/^\d+\.\d+/);
    expect(byCode.get('migrations')).toMatchObject({ state: 'ok' });
    expect(figureOf(byCode.get('migrations'), 'missing')).toBe(0);
    expect(byCode.get('queue')).toMatchObject({ state: 'ok' });
    expect(figureOf(byCode.get('queue'), 'backend')).toBe('postgresql');
    expect(byCode.get('time_zone')).toMatchObject({ state: 'ok' });
    expect(figureOf(byCode.get('api'), 'version')).toBe(productVersion());
    expect(figureOf(byCode.get('files'), 'total')).toBeGreaterThan(0);
  });

  it('finds a mail server that does not answer', async () => {
    expect(await item('mail')).toMatchObject({ state: 'failing' });
  });

  it('finds a worker by its sign of life, on whichever machine, and misses it when it ends', async () => {
    expect(await item('workers')).toMatchObject({ state: 'failing' });
    const heartbeat = api.app.get(ProcessHeartbeat);
    heartbeat.start('worker');
    for (let tries = 0; tries < 50 && (await item('workers'))?.state !== 'ok'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const found = await item('workers');
    expect(found).toMatchObject({ state: 'ok' });
    expect(figureOf(found, 'version')).toBe(productVersion());
    await heartbeat.beforeApplicationShutdown();
    expect(await item('workers')).toMatchObject({ state: 'failing' });
  });

  it('finds work that nobody does, and that was handed out again and again', async () => {
    await api.dataSource.query(
      `INSERT INTO outbox (id, job, payload, available_at, relays)
       VALUES (gen_random_uuid(), 'trial', '{}', $1, 4)`,
      [new Date(Date.now() - 2 * 3_600_000)],
    );
    const found = await item('outbox');
    expect(found).toMatchObject({ state: 'failing' });
    expect(figureOf(found, 'repeated')).toBe(1);
    expect(figureOf(found, 'oldest')).toBeGreaterThan(7_000);
  });

  it('tells of a part that cannot be read, and of all others beside it', async () => {
    const owner = new Client({ connectionString: api.ownerUrl });
    await owner.connect();
    await owner.query('ALTER TABLE planner_run RENAME TO out_of_reach');
    const { items } = await health();
    await owner.query('ALTER TABLE out_of_reach RENAME TO planner_run');
    await owner.end();
    expect(items.find(({ code }) => code === 'planner')).toMatchObject({ state: 'failing', figures: [] });
    expect(items.find(({ code }) => code === 'database')).toMatchObject({ state: 'ok' });
  });
});
