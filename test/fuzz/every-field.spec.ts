import fc from 'fast-check';
import { loadSettings } from '@app/platform';
import { loadFirstContent } from '../../apps/standalone/src/first-content/load-first-content';
import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { type TestApi, startTestApi } from '../support/application';
import { OPERATIONS, type Operation } from './description';
import { fieldName, leavesOf, valueAt, withValue } from './leaves';
import { HOSTILE_TEXTS, complete } from './values';
import { WrittenTables } from './written-tables';

const SEED = 20261125;

jest.setTimeout(600_000);

interface Refused {
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

/** What no field takes, whatever it is for, and so is refused with its name. */
const TAKEN_BY_NO_TEXT: readonly (readonly [string, unknown])[] = [
  ['a NUL', 'a\u0000b'],
  ['a text that turns the writing direction', 'a\u202eb'],
  ['half a character', 'a\ud800'],
  ['an over-long text', 'x'.repeat(100_000)],
  ['an object in its place', { $gt: '' }],
  ['a list in its place', [['x']]],
];

/** A list of plain texts names itself for what one of its entries says. */
const listName = (path: readonly (string | number)[]) => fieldName(path).replace(/\[\d+\]$/, '');

const PRINTABLE = HOSTILE_TEXTS.filter(
  (text) =>
    text.trim() === text &&
    text !== '' &&
    text.length < 300 &&
    !/[\p{Cs}\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text),
);

describe('bad input in every field', () => {
  let api: TestApi;
  let chief: SignedInAccount;
  let investor: SignedInAccount;
  let written: WrittenTables;
  let ids: string[];

  beforeAll(async () => {
    api = await startTestApi({ REQUESTS_PER_MINUTE: '0', ACCOUNT_REQUESTS_PER_MINUTE: '0' });
    const settings = loadSettings({ NODE_ENV: 'test', DATABASE_URL: api.databaseUrl, DATA_DIR: api.dataDir });
    await loadFirstContent(settings, () => undefined);
    const roles = ['admin', 'officer', 'auditor', 'legal', 'director', 'verifier'];
    chief = await signInAs(api, { grants: roles.map(countryWide) });
    const rows = await api.dataSource.query<{ id: string }[]>('SELECT id FROM organisation LIMIT 5');
    ids = rows.map(({ id }) => id);
    const organisationId = ids[0] ?? '';
    investor = await signInAs(api, {
      grants: [{ role: 'investor_representative', scope: { kind: 'organisation', organisationId } }],
    });
    written = await WrittenTables.watch(api.ownerUrl);
  });
  afterAll(async () => {
    await written.close();
    await api.close();
  });

  /** The route's address with records that exist, and the tag of the last; null where there are none. */
  async function reach({ path }: Operation): Promise<{ url: string; tag: string } | null> {
    let url = path;
    let tag = '"1"';
    for (let at = url.indexOf('/{'); at >= 0; at = url.indexOf('/{')) {
      const collection = url.slice(0, at);
      const list = await chief.http<{ items?: { id?: string }[] }>('GET', `${collection}?limit=1`);
      const id = list.body.items?.[0]?.id;
      if (id === undefined) return null;
      tag = (await chief.http('GET', `${collection}/${id}`)).headers.etag ?? tag;
      url = url.replace(/\/\{[^}]+\}/, `/${id}`);
    }
    return { url, tag };
  }

  const withBody = OPERATIONS.filter(({ body }) => body !== null);

  it('is refused with the name of the field, and writes nothing', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const operation of withBody) {
      const reached = await reach(operation);
      if (reached === null || operation.body === null) continue;
      const [good] = fc.sample(complete(operation.body, ids), { numRuns: 1, seed: SEED });
      for (const path of leavesOf(good)) {
        for (const [what, bad] of TAKEN_BY_NO_TEXT) {
          if (typeof bad === 'string' && typeof valueAt(good, path) !== 'string') continue;
          tried += 1;
          // Staff does not ask itself for changes.
          const who = operation.permission === 'change_request.ask' ? investor : chief;
          const answer = await who.http<Refused>(operation.method, reached.url, {
            headers: { 'if-match': reached.tag },
            body: withValue(good, path, bad),
          });
          const named = answer.body.errors?.some(
            ({ field, message }) => [fieldName(path), listName(path)].includes(field) && message !== '',
          );
          if (answer.status !== 400 || !named) {
            const said = JSON.stringify(answer.body).slice(0, 200);
            wrong.push(
              `${operation.method} ${operation.path} ${fieldName(path)}: ${what}: ${answer.status} ${said}`,
            );
          }
        }
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(tried).toBeGreaterThan(500);
    expect(await written.take()).toEqual([]);
  });

  it.each(PRINTABLE)('keeps %j to the letter where any text may stand', async (text) => {
    const recorded = await chief.http<{ id: string; title: string; note: string }>('POST', '/sources', {
      body: { url: `https://paper.test/${encodeURIComponent(text)}`, title: text, note: text },
    });
    expect(recorded.status).toBe(201);
    expect(recorded.body).toMatchObject({ title: text, note: text });
    const read = await chief.http('GET', `/sources/${recorded.body.id}`);
    expect(read.body).toMatchObject({ title: text, note: text });
    const found = await chief.http<{ items: unknown[] }>('GET', `/sources?q=${encodeURIComponent(text)}`);
    expect(found.status).toBe(200);
  });

  it.each(['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}'])(
    'a body that reaches for prototypes is refused: %s',
    async (body) => {
      const answer = await chief.http<Refused>('POST', '/sources', { body });
      expect(answer.status).toBe(400);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it.each([
    ['deep', `${'{"title":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['broad', `{${Array.from({ length: 5000 }, (_, index) => `"f${index}":1`).join()}}`],
    ['long', `{"url":"${'x'.repeat(1_100_000)}"}`],
  ])('a body that is too %s is refused whole', async (_, body) => {
    expect((await chief.http('POST', '/sources', { body })).status).toBe(413);
  });
});
