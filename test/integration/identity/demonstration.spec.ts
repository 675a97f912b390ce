import { CloseDemonstration, DEMONSTRATION_PEOPLE } from '@app/identity';
import { loadSettings } from '@app/platform';
import { type TestApi, startTestApi } from '../../support/application';
import { createApi } from '../../../apps/api/src/create-api';
import {
  type DemonstrationWish,
  loadFirstContent,
} from '../../../apps/standalone/src/first-content/load-first-content';

interface Account {
  email: string;
  name: string;
  demonstration: boolean;
  roles: string[];
  grants: { role: string; scope: { kind: string; organisationId?: string } }[];
}
interface Page {
  total: number;
  items: { id: string; title?: { en: string }; names?: { en: string } }[];
}

const PASSWORD = 'a password to show around';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** What a start says while it opens or closes the demonstration. */
async function start(demonstration: DemonstrationWish, more: Record<string, string> = {}): Promise<string> {
  const lines: string[] = [];
  const settings = loadSettings({
    NODE_ENV: 'test',
    DATABASE_URL: api.databaseUrl,
    DATA_DIR: api.dataDir,
    REGISTER_CONTENT: 'empty',
    LOG_LEVEL: 'error',
    ...more,
  });
  await loadFirstContent(settings, (line) => lines.push(line), demonstration);
  return lines.filter((line) => line.startsWith('demonstration')).join('\n');
}

async function signIn(who: string, password = PASSWORD) {
  const email = `${who}@demo.mithaq.test`;
  const answer = await api.http<{ account: Account }>('POST', '/session', {
    body: { email, password },
    anonymous: true,
  });
  const cookie = String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  const read = async <Body>(path: string) =>
    (await api.http<Body>('GET', path, { anonymous: true, headers: { cookie } })).body;
  return { ...answer, read };
}

const agreements = async () => (await api.http<Page>('GET', '/agreements')).body;

describe('a demonstration', () => {
  let generated: string;

  it('has nobody before it is asked for', async () => {
    expect(await start('closed')).toBe('');
    expect((await agreements()).total).toBe(0);
    const rows = await api.dataSource.query<unknown[]>('SELECT FROM account WHERE demonstration');
    expect(rows).toHaveLength(0);
  });

  it('opens one account a role, two where four eyes need them, and says the password once', async () => {
    const said = await start('opened');
    expect(said).toMatch(
      /^demonstration: 12 fictional accounts, <role>@demo\.mithaq\.test, password: \S{20}/,
    );
    generated = /password: (\S+) \(shown this once\)/.exec(said)?.[1] ?? '';
    for (const { email, role } of DEMONSTRATION_PEOPLE) {
      const { status, body } = await signIn(email.split('@')[0] ?? '', generated);
      expect(status).toBe(201);
      expect(body.account).toMatchObject({ email, demonstration: true, roles: [role] });
      expect(body.account.name).toContain('Compte de démonstration');
    }
    expect(await start('opened')).not.toContain('password');
    expect((await signIn('officer', generated)).status).toBe(201);
  });

  it('asks no second factor of its director', async () => {
    const { headers } = await signIn('director-1', generated);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    const body = { names: { fr: 'Poste' } };
    const made = await api.http('POST', '/positions', { body, anonymous: true, headers: { cookie } });
    expect(made.status).toBe(201);
  });

  it('shows each investor their own fictional agreement, and the other one nothing of it', async () => {
    const titles = async (who: string) => {
      const { read } = await signIn(who, generated);
      return (await read<Page>('/agreements')).items.map(({ title }) => title?.en);
    };
    expect(await titles('investor_editor-1')).toEqual(['Demonstration agreement 1 (fictional)']);
    expect(await titles('investor_representative-2')).toEqual(['Demonstration agreement 2 (fictional)']);
    expect((await agreements()).total).toBe(2);
    const states = async (who: string) => {
      const { read } = await signIn(who, generated);
      return (await read<{ items: { state: string }[] }>('/reports')).items.map(({ state }) => state);
    };
    expect(await states('investor_editor-1')).toEqual(['submitted', 'accepted', 'accepted', 'accepted']);
    expect(await states('investor_representative-2')).toEqual([]);
    const waiting = await (await signIn('verifier-2', generated)).read<Page>('/work-lists/reports_to_review');
    expect(waiting.total).toBe(1);
    const summary = await api.http<{ promised: object }>('GET', '/summary');
    expect(summary.body.promised).toEqual({ firm: [], programme: [], capacity: [] });
  });

  it('takes a given password, ends what was open with another, and repeats nothing', async () => {
    const before = await signIn('auditor', generated);
    expect(await start('opened', { DEMO_PASSWORD: PASSWORD })).not.toContain('password');
    expect((await signIn('auditor', generated)).status).toBe(401);
    expect((await signIn('auditor')).status).toBe(201);
    expect(await before.read<{ code: string }>('/session')).toMatchObject({ code: 'sign_in_required' });
    const open = await signIn('auditor');
    await start('opened', { DEMO_PASSWORD: PASSWORD });
    expect(await open.read<Account>('/session')).toMatchObject({ demonstration: true });
    expect((await agreements()).total).toBe(2);
    expect((await api.http<Page>('GET', '/organisations')).body.total).toBe(2);
  });

  it('is closed by a start without it, and brought back with the roles it began with', async () => {
    const open = await signIn('admin');
    expect(await start('closed')).toContain('12 fictional accounts closed');
    expect((await signIn('admin')).status).toBe(401);
    expect(await open.read<{ code: string }>('/session')).toMatchObject({ code: 'sign_in_required' });
    expect(await start('closed')).toBe('');
    await api.dataSource.query(
      `DELETE FROM role_grant g USING account a WHERE a.id = g.account_id AND a.email LIKE 'legal@demo%'`,
    );
    expect(await start('left')).toBe('');
    expect((await signIn('admin')).status).toBe(401);
    await start('opened');
    expect((await signIn('legal')).body.account.roles).toEqual(['legal']);
  });

  it('is closed before an api in production answers anybody', async () => {
    expect((await signIn('officer')).status).toBe(201);
    const production = await createApi(
      loadSettings({
        NODE_ENV: 'production',
        DATABASE_URL: api.databaseUrl,
        SMTP_URL: 'smtp://127.0.0.1',
        PUBLIC_URL: 'https://register.example.org',
        DATA_DIR: api.dataDir,
        LOG_LEVEL: 'error',
      }),
    );
    await production.close();
    expect((await signIn('officer')).status).toBe(401);
    expect(await api.app.get(CloseDemonstration, { strict: false }).execute()).toBe(0);
  });

  it('is in the audit trail', async () => {
    const rows = await api.dataSource.query<{ action: string; count: number }[]>(
      `SELECT action, count(*)::int AS count FROM audit_entry WHERE action LIKE 'demonstration.%' GROUP BY action`,
    );
    const counts = Object.fromEntries(rows.map(({ action, count }) => [action, count]));
    expect(counts).toEqual({ 'demonstration.opened': 5, 'demonstration.closed': 24 });
  });
});
