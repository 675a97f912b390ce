import fc from 'fast-check';
import { loadSettings } from '@app/platform';
import { loadFirstContent } from '../../apps/standalone/src/first-content/load-first-content';
import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { type TestApi, startTestApi } from '../support/application';
import { faultOf, isRefusal } from './answers';
import { OPERATIONS, type Operation } from './description';
import { type FuzzRequest, requestsFor } from './requests';
import { WrittenTables } from './written-tables';

/** 5,000 requests in every run, more by option; the seed repeats a run. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 5000);
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const HALF_AN_HOUR = 1_800_000;

jest.setTimeout(HALF_AN_HOUR);

type Sender = 'everything' | 'regional' | 'investor' | 'nobody';
const SENDERS: readonly Sender[] = [
  'everything',
  'everything',
  'everything',
  'regional',
  'investor',
  'nobody',
];

/**
 * Requests made from the description of the interface: no failure, no answer that the description does not know,
 * nothing written by what was refused.
 */
describe(`fuzzing with seed ${SEED}`, () => {
  let api: TestApi;
  let written: WrittenTables;
  let ids: string[];
  let agreements: string[];
  const accounts = new Map<Sender, SignedInAccount>();
  let organisationId: string;

  async function signIn(sender: Sender): Promise<void> {
    const country = ['admin', 'officer', 'auditor', 'legal', 'director', 'verifier'].map(countryWide);
    if (sender === 'everything') accounts.set(sender, await signInAs(api, { grants: country }));
    if (sender === 'regional') {
      const scope = { kind: 'regions', codes: ['MA-02'] } as const;
      accounts.set(sender, await signInAs(api, { grants: [{ role: 'officer', scope }] }));
    }
    if (sender === 'investor') {
      const scope = { kind: 'organisation', organisationId } as const;
      accounts.set(sender, await signInAs(api, { grants: [{ role: 'investor_representative', scope }] }));
    }
  }

  beforeAll(async () => {
    api = await startTestApi({ REQUESTS_PER_MINUTE: '0', ACCOUNT_REQUESTS_PER_MINUTE: '0' });
    const settings = loadSettings({ NODE_ENV: 'test', DATABASE_URL: api.databaseUrl, DATA_DIR: api.dataDir });
    await loadFirstContent(settings, () => undefined);
    const tables = await api.dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'`,
    );
    const found = await Promise.all(
      tables.map(({ name }) =>
        api.dataSource.query<{ id: string }[]>(`SELECT id FROM "${name}" ORDER BY id LIMIT 8`),
      ),
    );
    ids = found.flat().map(({ id }) => id);
    const loaded = await api.dataSource.query<{ id: string }[]>('SELECT id FROM agreement');
    agreements = loaded.map(({ id }) => id);
    const [organisation] = await api.dataSource.query<{ id: string }[]>(
      'SELECT id FROM organisation LIMIT 1',
    );
    organisationId = organisation?.id ?? '';
    for (const sender of ['everything', 'regional', 'investor'] as const) await signIn(sender);
    written = await WrittenTables.watch(api.ownerUrl);
  });
  afterAll(async () => {
    await written.close();
    await api.close();
  });

  /** The ids that the list of a route's collection shows. */
  async function idsListedAt(path: string): Promise<string[]> {
    const collection = /^(.*?)\/\{/.exec(path)?.[1];
    if (!collection) return [];
    const everything = accounts.get('everything');
    const { body } = await api.http<{ items?: { id: string }[] }>('GET', `${collection}?limit=100`, {
      anonymous: true,
      headers: { cookie: everything?.cookie ?? '' },
    });
    return (body.items ?? []).map(({ id }) => id);
  }

  async function send(operation: Operation, request: FuzzRequest, sender: Sender) {
    const account = accounts.get(sender);
    return api.http<unknown>(operation.method, request.url, {
      anonymous: true,
      headers: { ...request.headers, ...(account ? { cookie: account.cookie } : {}) },
      ...(request.body === null ? {} : { body: request.body }),
    });
  }

  it(`${REQUESTS} requests to ${OPERATIONS.length} routes: no failure, no unknown answer, no trace of what was refused`, async () => {
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    const perRoute = Math.ceil(REQUESTS / OPERATIONS.length);
    let sent = 0;
    for (const [index, operation] of OPERATIONS.entries()) {
      const ownIds = await idsListedAt(operation.path);
      const requests = fc.sample(requestsFor(operation, ids, ownIds), {
        numRuns: perRoute,
        seed: SEED + index,
      });
      for (const [number, request] of requests.entries()) {
        if (sent >= REQUESTS) break;
        sent += 1;
        const sender = SENDERS[(index + number) % SENDERS.length] ?? 'nobody';
        const answer = await send(operation, request, sender);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const tables = await written.take();
        const fault =
          (answer.status >= 500 ? `status ${answer.status}` : faultOf(operation, answer)) ??
          (isRefusal(answer.status) && tables.length > 0 ? `refused and wrote ${tables.join(', ')}` : null);
        if (fault) faults.push(told(operation, request, sender, answer.status, fault));
        // Whoever signed out, or ended their own sessions, comes back as somebody new.
        if (answer.status === 401 && sender !== 'nobody' && !operation.isPublic) {
          await signIn(sender);
          await written.take();
        }
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
    expect(sent).toBeGreaterThanOrEqual(Math.min(REQUESTS, OPERATIONS.length));
    // A run in which hardly anything gets past the door proves little.
    const served = [...statuses]
      .filter(([status]) => status < 400)
      .reduce((sum, [, count]) => sum + count, 0);
    expect(served / sent).toBeGreaterThan(0.15);
  });

  it('left the register whole, and nothing polluted', async () => {
    // A good request may replace what an agreement says; nothing takes one away.
    const kept = await api.dataSource.query<unknown[]>('SELECT FROM agreement WHERE id = ANY ($1)', [
      agreements,
    ]);
    expect(agreements.length).toBeGreaterThanOrEqual(28);
    expect(kept).toHaveLength(agreements.length);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const reader = await signInAs(api, { grants: [countryWide('verifier')] });
    expect((await reader.http('GET', '/agreements')).status).toBe(200);
  });
});

function told(
  operation: Operation,
  request: FuzzRequest,
  sender: Sender,
  status: number,
  fault: string,
): string {
  const body = request.body === null ? '' : ` ${request.body.slice(0, 300)}`;
  return `${operation.method} ${request.url.slice(0, 300)} by ${sender}: ${status} ${fault}${body}`;
}
