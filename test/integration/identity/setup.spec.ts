import { PERMISSIONS } from '@app/kernel';
import { ROLES, ROLE_PERMISSIONS } from '@app/identity';
import { countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';

interface InWords {
  ar: string;
  fr: string;
  en: string;
}
interface Role {
  role: string;
  kind: string;
  names: InWords;
  sentences: InWords;
  secondFactor: boolean;
  permissions: { permission: string; sentences: InWords }[];
}
interface Setup {
  rolesNobodyHolds: Role[];
  vacantPositions: { id: string; names: { en: string | null } }[];
  secondFactor: { asked: number; missing: number };
  demonstrationAccounts: number;
  publicUrlIsPlainHttp: boolean;
}

let api: TestApi;

beforeEach(async () => {
  api = await startTestApi();
});
afterEach(() => api.close());

const setup = async () => (await api.http<Setup>('GET', '/setup')).body;

describe('what is still to be set up', () => {
  it('names the roles that the first account does not hold, in three languages', async () => {
    const { rolesNobodyHolds, ...rest } = await setup();
    expect(rolesNobodyHolds.map(({ role }) => role)).toEqual([
      'verifier',
      'legal',
      'director',
      'investor_editor',
      'investor_representative',
    ]);
    expect(rolesNobodyHolds[0]).toMatchObject({ kind: 'staff', names: { fr: 'vérificateur' } });
    for (const { names, sentences } of rolesNobodyHolds) {
      for (const words of [names, sentences]) expect(Object.values(words).every(Boolean)).toBe(true);
    }
    expect(rest).toEqual({
      vacantPositions: [],
      secondFactor: { asked: 1, missing: 1 },
      demonstrationAccounts: 0,
      publicUrlIsPlainHttp: true,
    });
  });

  it('forgets what was done, and remembers what was undone', async () => {
    const director = await signInAs(api, { grants: [countryWide('director')] });
    const held = async () => (await setup()).rolesNobodyHolds.every(({ role }) => role !== 'director');
    expect(await held()).toBe(true);
    await api.dataSource.query('UPDATE account SET demonstration = true WHERE id = $1', [director.accountId]);
    expect(await held()).toBe(false);
    expect((await setup()).demonstrationAccounts).toBe(1);
    await api.dataSource.query('UPDATE account SET active = false WHERE id = $1', [director.accountId]);
    expect((await setup()).demonstrationAccounts).toBe(0);
    await api.dataSource.query('UPDATE "position" SET holder_account_id = NULL');
    expect((await setup()).vacantPositions).toMatchObject([{ names: { en: 'Agreements follow-up unit' } }]);
    await api.dataSource.query(
      `INSERT INTO second_factor (account_id, secret, started_at, confirmed_at, last_step)
       SELECT id, $1, '2026-01-01', '2026-01-01', 1 FROM account WHERE email = $2`,
      [Buffer.alloc(20), api.credentials.email],
    );
    expect((await setup()).secondFactor).toEqual({ asked: 1, missing: 0 });
  });

  it('is read by admin, director and auditor', async () => {
    for (const [role, status] of [
      ['director', 200],
      ['auditor', 200],
      ['officer', 403],
      ['verifier', 403],
    ] as const) {
      const who = await signInAs(api, { grants: [countryWide(role)] });
      expect((await who.http('GET', '/setup')).status).toBe(status);
    }
  });
});

it('tells every signed-in person what each role is and permits', async () => {
  const who = await signInAs(api, { grants: [] });
  const { status, body } = await who.http<{ items: Role[] }>('GET', '/roles');
  expect(status).toBe(200);
  expect(body.items.map(({ role }) => role)).toEqual([...ROLES]);
  const named = new Set(body.items.flatMap(({ permissions }) => permissions.map((one) => one.permission)));
  expect([...named].sort()).toEqual([...PERMISSIONS].sort());
  const officer = body.items.find(({ role }) => role === 'officer');
  expect(officer?.permissions.map(({ permission }) => permission)).toEqual(ROLE_PERMISSIONS.officer);
  expect(officer?.secondFactor).toBe(false);
  expect(officer?.permissions[0]?.sentences.en).toContain('own account');
});
