import { setTimeout as pause } from 'node:timers/promises';
import { RecordRegion } from '@app/reference';
import { type RoleGrant } from '@app/kernel';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';

/** Under which administrators are taken away, as the repository writes it. */
const ADMINISTRATORS_LOCK = 0x61646d;

interface Account {
  id: string;
  email: string;
  name: string | null;
  active: boolean;
  grants: RoleGrant[];
  leftPositions: { id: string; as: string }[];
}
interface Problem {
  code: string;
  errors: { field: string; code: string }[];
}

let api: TestApi;
let admin: SignedInAccount;

beforeAll(async () => {
  api = await startTestApi();
  admin = await signInAs(api, { grants: [countryWide('admin')], name: 'Salma Bennis' });
  for (const code of ['MA-01', 'MA-04'])
    await api.app
      .get(RecordRegion)
      .execute({ code, names: { ar: null, fr: code, en: null }, seat: null }, 'system:test');
});
afterAll(() => api.close());

async function change<Body = Account>(who: SignedInAccount, id: string, body: unknown) {
  const { headers } = await admin.http('GET', `/accounts/${id}`);
  return who.http<Body>('PATCH', `/accounts/${id}`, { body, headers: { 'if-match': headers['etag'] ?? '' } });
}

async function trailOf(id: string): Promise<string[]> {
  const rows = await api.dataSource.query<{ action: string }[]>(
    'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id',
    [id],
  );
  return rows.map(({ action }) => action);
}

describe('reading accounts', () => {
  it('finds them by words, role and state, a page at a time', async () => {
    const [one, other] = [
      await signInAs(api, { grants: [countryWide('verifier')], name: 'Élise Amrani' }),
      await signInAs(api, { grants: [countryWide('verifier')], name: 'Driss Amrani' }),
    ];
    const names = async (query: string) => {
      const { body } = await admin.http<{ items: Account[]; total: number }>('GET', `/accounts?${query}`);
      return body.items.map(({ name }) => name);
    };
    expect(await names('q=amrani&role=verifier')).toEqual(['Driss Amrani', 'Élise Amrani']);
    expect(await names('q=elise')).toEqual(['Élise Amrani']);
    expect(await names(`q=${one.email}`)).toEqual(['Élise Amrani']);
    expect(await names('role=verifier&active=false')).toEqual([]);
    expect(await names('role=verifier&kind=investor')).toEqual([]);
    const first = await admin.http<{ items: Account[]; nextCursor: string }>(
      'GET',
      '/accounts?role=verifier&limit=1',
    );
    const second = await admin.http<{ items: Account[] }>(
      'GET',
      `/accounts?role=verifier&limit=1&cursor=${first.body.nextCursor}`,
    );
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual([
      other.accountId,
      one.accountId,
    ]);
  });

  it('is noted, a list once with the accounts it showed', async () => {
    const reader = await signInAs(api, { grants: [countryWide('auditor')] });
    await reader.http('GET', '/accounts?limit=2');
    await reader.http('GET', `/accounts/${admin.accountId}`);
    const rows = await api.dataSource.query<
      { action: string; subject_id: string; payload: { ids?: string[] } }[]
    >(`SELECT action, subject_id, payload FROM audit_entry WHERE actor = $1 ORDER BY id`, [
      `account:${reader.accountId}`,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(['account.listed', 'account.read']);
    expect(rows[0]?.payload.ids).toHaveLength(2);
    expect(rows[1]?.subject_id).toBe(admin.accountId);
  });

  it('is not for officers, and an unknown account is not found', async () => {
    const officer = await signInAs(api, { grants: [countryWide('officer')] });
    expect((await officer.http('GET', '/accounts')).status).toBe(403);
    expect((await officer.http('GET', `/accounts/${officer.accountId}`)).status).toBe(403);
    expect((await admin.http('GET', '/accounts/0198c0de-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('changing an account', () => {
  it('corrects name and language, and notes the name without saying it', async () => {
    const { accountId } = await signInAs(api, { grants: [countryWide('officer')], name: 'Nadia' });
    const changed = await change(admin, accountId, { name: 'Nadia Tazi', language: 'ar' });
    expect(changed.body).toMatchObject({ name: 'Nadia Tazi', language: 'ar', leftPositions: [] });
    const [entry] = await api.dataSource.query<{ payload: { changed: unknown; name: unknown } }[]>(
      `SELECT payload FROM audit_entry WHERE subject_id = $1 AND action = 'account.changed'`,
      [accountId],
    );
    expect(entry?.payload.changed).toEqual({ language: { from: 'en', to: 'ar' } });
    expect(JSON.stringify(entry?.payload)).not.toContain('Nadia');
    const history = await admin.http<{ items: { action: string; actorName: string }[] }>(
      'GET',
      `/accounts/${accountId}/history`,
    );
    expect(history.body.items).toContainEqual(
      expect.objectContaining({ action: 'account.changed', actorName: 'Salma Bennis' }),
    );
    const officer = await signInAs(api, { grants: [countryWide('officer')] });
    expect((await officer.http('GET', `/accounts/${accountId}/history`)).status).toBe(403);
  });

  it('gives and takes roles from the next request on', async () => {
    const who = await signInAs(api, { grants: [countryWide('officer')] });
    expect((await who.http('GET', '/accounts')).status).toBe(403);
    const grants = [
      { role: 'auditor', scope: { kind: 'country' } },
      { role: 'officer', scope: { kind: 'regions', codes: ['MA-04', 'MA-01'] } },
    ];
    const { status, body } = await change(admin, who.accountId, { grants });
    expect(status).toBe(200);
    expect(body.grants).toEqual([
      { role: 'auditor', scope: { kind: 'country' } },
      { role: 'officer', scope: { kind: 'regions', codes: ['MA-01', 'MA-04'] } },
    ]);
    expect((await who.http('GET', '/accounts')).status).toBe(200);
    await change(admin, who.accountId, { grants: [] });
    expect((await who.http('GET', '/accounts')).status).toBe(403);
    expect((await who.http('GET', '/agreements')).status).toBe(403);
  });

  it('keeps what is left out, and writes nothing when nothing changed', async () => {
    const { accountId } = await signInAs(api, { grants: [countryWide('officer')], name: 'Same' });
    const before = await admin.http<Account>('GET', `/accounts/${accountId}`);
    const { body } = await change(admin, accountId, {
      name: 'Same',
      grants: before.body.grants,
      active: null,
    });
    // What may be done with it is told where it is read alone.
    const { allowedActions: _, ...account } = before.body as Account & { allowedActions: object };
    expect(body).toMatchObject(account);
    expect(await trailOf(accountId)).not.toContain('account.changed');
  });

  it.each([
    [
      { grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['MA-99'] } }] },
      'grants[0].scope.codes unknown_reference',
    ],
    [
      { grants: [{ role: 'investor_editor', scope: { kind: 'country' } }] },
      'grants[0].role role_of_other_kind',
    ],
    [{ grants: [{ role: 'officer', scope: { kind: 'sectors' } }] }, 'grants[0].scope.codes required'],
    [{ name: 'Amal AB123456' }, 'name identity_number'],
  ])('refuses %j', async (body, error) => {
    const { accountId } = await signInAs(api, { grants: [countryWide('officer')] });
    const answer = await change<Problem>(admin, accountId, body);
    expect(answer.body.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([error]);
    expect(await trailOf(accountId)).not.toContain('account.changed');
  });

  it('needs the current revision and an administrator of the whole country', async () => {
    const { accountId } = await signInAs(api, { grants: [countryWide('officer')] });
    const regional = await signInAs(api, {
      grants: [{ role: 'admin', scope: { kind: 'regions', codes: ['MA-04'] } }],
    });
    expect((await admin.http('PATCH', `/accounts/${accountId}`, { body: {} })).status).toBe(428);
    const stale = { body: { name: 'x' }, headers: { 'if-match': '"7"' } };
    expect((await admin.http('PATCH', `/accounts/${accountId}`, stale)).status).toBe(412);
    expect((await change<Problem>(regional, accountId, { name: 'x' })).body.code).toBe('outside_scope');
    const ended = await regional.http<Problem>('DELETE', `/accounts/${accountId}/sessions`);
    expect(ended.body.code).toBe('outside_scope');
  });

  it('lets nobody change what they may do themselves', async () => {
    const own = async (body: unknown) => (await change<Problem>(admin, admin.accountId, body)).body.code;
    expect(await own({ grants: [countryWide('admin'), countryWide('director')] })).toBe('own_grants');
    expect(await own({ active: false })).toBe('own_grants');
    expect((await change(admin, admin.accountId, { name: 'Salma Bennis El Idrissi' })).status).toBe(200);
  });

  it('takes roles of an investor away and gives none', async () => {
    const organisation = async (fr: string) => {
      const { body } = await api.http<{ id: string }>('POST', '/organisations', {
        body: { names: { fr }, kind: 'company' },
      });
      return body.id;
    };
    const scope = { kind: 'organisation' as const, organisationId: await organisation('Société A') };
    const elsewhere = { kind: 'organisation', organisationId: await organisation('Société B') };
    const [editor, representative] = [
      { role: 'investor_editor', scope },
      { role: 'investor_representative', scope },
    ];
    const { accountId } = await signInAs(api, { grants: [editor, representative] });
    expect((await change(admin, accountId, { grants: [editor] })).body.grants).toEqual([editor]);
    for (const grants of [[representative], [{ ...editor, scope: elsewhere }]]) {
      const { body } = await change<Problem>(admin, accountId, { grants });
      expect(body.errors).toMatchObject([{ field: 'grants[0]', code: 'by_invitation_only' }]);
    }
  });
});

describe('closing an account', () => {
  it('ends its sessions and leaves its positions vacant with all they own', async () => {
    const leaver = await signInAs(api, { grants: [countryWide('officer')], name: 'Leaver' });
    const made = await admin.http<{ id: string }>('POST', '/positions', {
      body: { names: { fr: 'Poste quitté' }, holderAccountId: leaver.accountId },
    });
    const delegate = { accountId: leaver.accountId, from: '2026-01-01', until: '2099-12-31' };
    const stoodIn = await admin.http<{ id: string }>('POST', '/positions', {
      body: { names: { fr: 'Intérim' }, delegate },
    });
    const { body } = await change(admin, leaver.accountId, { active: false });
    expect(body.active).toBe(false);
    expect(body.leftPositions.map(({ id, as }) => `${as} ${id}`).sort()).toEqual(
      [`delegate ${stoodIn.body.id}`, `holder ${made.body.id}`].sort(),
    );
    expect((await leaver.http('GET', '/session')).status).toBe(401);
    const position = await admin.http('GET', `/positions/${made.body.id}`);
    expect(position.body).toMatchObject({ holder: null, actsToday: null });
    expect(await trailOf(made.body.id)).toEqual(['position.recorded', 'position.changed']);
    expect(await trailOf(leaver.accountId)).toEqual(
      expect.arrayContaining(['account.changed', 'account.access_ended']),
    );
    const [row] = await api.dataSource.query<{ deactivated_at: Date | null }[]>(
      'SELECT deactivated_at FROM account WHERE id = $1',
      [leaver.accountId],
    );
    expect(row?.deactivated_at).not.toBeNull();
  });

  it('can be taken back, without the positions', async () => {
    const back = await signInAs(api, { grants: [countryWide('officer')] });
    await change(admin, back.accountId, { active: false });
    const { body } = await change(admin, back.accountId, { active: true });
    expect(body).toMatchObject({ active: true, grants: [countryWide('officer')], leftPositions: [] });
  });

  it('ends sessions without closing, and takes a lost second factor away', async () => {
    const who = await signInAs(api, { grants: [countryWide('director')] });
    expect((await admin.http('DELETE', `/accounts/${who.accountId}/sessions`)).status).toBe(204);
    expect((await who.http('GET', '/session')).status).toBe(401);
    await api.dataSource.query(
      `INSERT INTO second_factor (account_id, secret, started_at, confirmed_at, last_step)
       VALUES ($1, $2, '2026-01-01', '2026-01-01', 1)`,
      [who.accountId, Buffer.alloc(20)],
    );
    const hasFactor = async () =>
      (await admin.http<{ secondFactor: boolean }>('GET', `/accounts/${who.accountId}`)).body.secondFactor;
    expect(await hasFactor()).toBe(true);
    expect((await admin.http('DELETE', `/accounts/${who.accountId}/second-factor`)).status).toBe(204);
    expect(await hasFactor()).toBe(false);
    expect(await trailOf(who.accountId)).toContain('account.second_factor_reset');
    const own = await admin.http<Problem>('DELETE', `/accounts/${admin.accountId}/second-factor`);
    expect(own.body.code).toBe('own_grants');
  });
});

describe('the last administrator', () => {
  it('remains, though two take the role from each other at the same moment', async () => {
    const alone = await startTestApi();
    const [one, other] = [
      await signInAs(alone, { grants: [countryWide('admin')] }),
      await signInAs(alone, { grants: [countryWide('admin')] }),
    ];
    const demonstration = await signInAs(alone, { grants: [countryWide('admin')] });
    await alone.dataSource.query('UPDATE account SET demonstration = true WHERE id = $1', [
      demonstration.accountId,
    ]);
    const [first] = await alone.dataSource.query<{ id: string }[]>(
      'SELECT id FROM account WHERE email = $1',
      [alone.credentials.email],
    );
    const take = (who: SignedInAccount, id: string, body: unknown) =>
      who.http<Problem>('PATCH', `/accounts/${id}`, { body, headers: { 'if-match': '"1"' } });
    expect((await take(one, first?.id ?? '', { active: false })).status).toBe(200);
    // Both are past the edge, where each still is an administrator, before either goes on.
    const holdUp = alone.dataSource.createQueryRunner();
    await holdUp.query('SELECT pg_advisory_lock($1)', [ADMINISTRATORS_LOCK]);
    const asked = Promise.all([
      take(one, other.accountId, { grants: [] }),
      take(other, one.accountId, { active: false }),
    ]);
    const waiting = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    while ((await alone.dataSource.query<unknown[]>(waiting)).length < 2) await pause(10);
    await holdUp.query('SELECT pg_advisory_unlock($1)', [ADMINISTRATORS_LOCK]);
    await holdUp.release();
    const answers = await asked;
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).sort()).toEqual([
      '200 ',
      '409 last_administrator',
    ]);
    await alone.close();
  });

  it('keeps the demonstration account out of reach', async () => {
    const { accountId } = await signInAs(api, { grants: [countryWide('officer')] });
    await api.dataSource.query('UPDATE account SET demonstration = true, active = false WHERE id = $1', [
      accountId,
    ]);
    for (const body of [{ active: true }, { grants: [countryWide('director')] }]) {
      expect((await change<Problem>(admin, accountId, body)).body.code).toBe('demonstration_account');
    }
  });
});
