import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDENTITY_ENTITIES, IdentityModule } from '@app/identity';
import { calendarDate } from '@app/kernel';
import { ORGANISATIONS_ENTITIES, OrganisationsModule, RecordPerson } from '@app/organisations';
import { newId } from '@app/platform';
import { ApplyRetention, PRIVACY_ENTITIES, PrivacyModule, RecordDataRequest } from '@app/privacy';
import { REFERENCE_ENTITIES } from '@app/reference';
import { UseCases, startUseCases } from '../../support/use-cases';

const NOW = '2026-11-23T03:00:00Z';
const actor = 'system:first-content';

describe('the retention job', () => {
  let app: UseCases;
  let dataDir: string;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'mithaq-retention-'));
    app = await startUseCases({
      modules: [IdentityModule, OrganisationsModule, PrivacyModule],
      entities: [...IDENTITY_ENTITIES, ...ORGANISATIONS_ENTITIES, ...PRIVACY_ENTITIES, ...REFERENCE_ENTITIES],
      now: NOW,
      settings: { DATA_DIR: dataDir },
    });
  });
  afterEach(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const run = () => app.get(ApplyRetention).execute();

  async function mail(id: string, sentAt: string): Promise<void> {
    mkdirSync(join(dataDir, 'outbox'), { recursive: true });
    writeFileSync(join(dataDir, 'outbox', `${id}.eml`), 'To: somebody@x.test');
    await app.db.query(
      `INSERT INTO sent_mail (message_id, recipients, subject, language, body, transport, file, topic, sent_at)
       VALUES ($1, '{somebody@x.test}', 'a deadline', 'fr', 'dear somebody', 'file', $2, 'deadline_ahead', $3)`,
      [id, `${id}.eml`, sentAt],
    );
  }

  async function account(email: string, deactivatedAt: string | null): Promise<string> {
    const id = newId();
    await app.db.query(
      `INSERT INTO account (id, email, name, language, active, deactivated_at)
       VALUES ($1, $2, 'Somebody', 'fr', $3, $4)`,
      [id, email, deactivatedAt === null, deactivatedAt],
    );
    return id;
  }

  async function session(accountId: string, expiresAt: string): Promise<void> {
    await app.db.query(
      `INSERT INTO session (id, account_id, token_sha256, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, sha256($4), '2020-01-01', '2020-01-01', $3)`,
      [newId(), accountId, expiresAt, Buffer.from(expiresAt)],
    );
  }

  it('erases what is past its time and nothing that is not', async () => {
    await mail('old', '2024-11-22T03:00:00Z');
    await mail('recent', '2024-11-24T03:00:00Z');
    const stays = await account('stays@x.test', null);
    await account('left@x.test', '2024-11-22T03:00:00Z');
    await account('leaving@x.test', '2026-01-01T00:00:00Z');
    await session(stays, '2026-08-24T00:00:00Z');
    await session(stays, '2026-08-26T00:00:00Z');

    await expect(run()).resolves.toMatchObject({
      ranOn: '2026-11-23',
      erased: { mail_addresses: 1, ended_sessions: 1, left_accounts: 1 },
    });
    await expect(
      app.db.query('SELECT message_id AS id, recipients, body FROM sent_mail ORDER BY 1'),
    ).resolves.toEqual([
      { id: 'old', recipients: [], body: null },
      { id: 'recent', recipients: ['somebody@x.test'], body: 'dear somebody' },
    ]);
    expect(existsSync(join(dataDir, 'outbox', 'old.eml'))).toBe(false);
    expect(existsSync(join(dataDir, 'outbox', 'recent.eml'))).toBe(true);
    const accounts = await app.db.query<{ name: string | null; email: string }[]>(
      'SELECT name, email FROM account ORDER BY created_at, id',
    );
    expect(accounts.map(({ name }) => name)).toEqual(['Somebody', null, 'Somebody']);
    expect(accounts[1]?.email).toMatch(/^erased-.*@erased\.invalid$/);
  });

  it('erases who made a request some time after it was closed, and keeps what was decided', async () => {
    const recorded = await app.get(RecordDataRequest).execute(
      {
        kind: 'opposition',
        requester: { name: 'Salma Bennani', contact: 'salma@home.test' },
        receivedOn: calendarDate('2026-11-20'),
      },
      actor,
    );
    await app.db.query(
      `UPDATE data_request SET decision = 'refused', decision_reason = 'a public act', decided_by = $1,
              decided_on = '2026-11-23', closed_at = $2`,
      [actor, NOW],
    );
    await expect(run()).resolves.toMatchObject({ erased: {} });
    app.clock.setTo('2028-11-22T03:00:01Z');
    await expect(run()).resolves.toMatchObject({ erased: { requesters: 1 } });
    await expect(app.db.query('SELECT id, kind, decision, name_value_id FROM data_request')).resolves.toEqual(
      [{ id: recorded.id, kind: 'opposition', decision: 'refused', name_value_id: null }],
    );
    await expect(app.db.query('SELECT FROM personal_value')).resolves.toHaveLength(0);
  });

  it('never touches the names in public acts, however old', async () => {
    await app.get(RecordPerson).execute({ names: [{ value: 'Karim Zidane' }] }, actor);
    app.clock.setTo('2099-01-01T03:00:00Z');
    await expect(run()).resolves.toMatchObject({ erased: {} });
    await expect(app.db.query('SELECT value FROM personal_value')).resolves.toEqual([
      { value: 'Karim Zidane' },
    ]);
  });

  it('does what the register of processings says, and nothing for what has no end', async () => {
    await mail('old', '2020-01-01T00:00:00Z');
    await app.db.query(`UPDATE processing SET retention_days = NULL WHERE code = 'mails'`);
    await expect(run()).resolves.toMatchObject({ erased: {} });
    await app.db.query(`UPDATE processing SET retention_days = 1 WHERE code = 'mails'`);
    app.clock.setTo('2026-11-24T03:00:00Z');
    await expect(run()).resolves.toMatchObject({ erased: { mail_addresses: 1 } });
  });

  it('runs once a day in batches, however often and by however many it is started', async () => {
    await app.db.query(
      `INSERT INTO sent_mail (message_id, recipients, subject, language, transport, topic, sent_at)
       SELECT 'm' || n, '{somebody@x.test}', 'a deadline', 'fr', 'smtp', 'deadline_ahead', '2020-01-01'
         FROM generate_series(1, 1201) AS n`,
    );
    await Promise.all([run(), run()]);
    await mail('late', '2020-01-01T00:00:00Z');
    await expect(run()).resolves.toMatchObject({ erased: { mail_addresses: 1201 } });
    await expect(
      app.db.query(`SELECT payload FROM audit_entry WHERE action = 'retention.applied'`),
    ).resolves.toEqual([{ payload: { ranOn: '2026-11-23', erased: { mail_addresses: 1201 } } }]);
    app.clock.setTo('2026-11-24T03:00:00Z');
    await expect(run()).resolves.toMatchObject({ erased: { mail_addresses: 1 } });
  });

  it('goes on with a run that was interrupted', async () => {
    await app.db.query(
      `INSERT INTO retention_run (id, ran_on, started_at, erased)
       VALUES ($1, '2026-11-23', '2026-11-23T01:00:00Z', '{"mail_addresses": 500}')`,
      [newId()],
    );
    await mail('old', '2020-01-01T00:00:00Z');
    await expect(run()).resolves.toMatchObject({ erased: { mail_addresses: 501 } });
  });

  it('erases ways in that ended, who was invited and failed attempts', async () => {
    const id = await account('stays@x.test', null);
    await app.db.query(
      `INSERT INTO api_token (id, account_id, name, token_sha256, permissions, second_factor, created_at, expires_at,
                              revoked_at)
       VALUES (gen_random_uuid(), $1, 'ended', sha256('1'), '{person.read}', false, '2026-01-01', '2026-02-01', NULL),
              (gen_random_uuid(), $1, 'revoked', sha256('2'), '{person.read}', false, '2026-01-01', '2026-12-01', '2026-02-01'),
              (gen_random_uuid(), $1, 'holds', sha256('3'), '{person.read}', false, '2026-01-01', '2026-12-01', NULL)`,
      [id],
    );
    await app.db.query(
      `INSERT INTO single_use_link (id, purpose, account_id, token_sha256, created_at, expires_at, used_at)
       VALUES (gen_random_uuid(), 'password_reset', $1, sha256('4'), '2026-01-01', '2026-01-02', '2026-01-01'),
              (gen_random_uuid(), 'password_reset', $1, sha256('5'), '2026-11-22', '2026-11-24', NULL)`,
      [id],
    );
    await app.db.query(
      `INSERT INTO sign_in_failure (counted, key_sha256, failures, last_at, blocked_until)
       VALUES ('account', sha256('old'), 3, '2026-10-01', '2026-10-01'),
              ('account', sha256('new'), 3, '2026-11-22', '2026-11-22')`,
    );
    await app.db.query(
      `INSERT INTO invitation (id, kind, state, email, name, language, issued_by, issued_at, expires_at)
       VALUES (gen_random_uuid(), 'staff', 'open', 'never.came@x.test', 'Never Came', 'fr', $1, '2025-01-01', '2025-01-08'),
              (gen_random_uuid(), 'staff', 'open', 'may.come@x.test', 'May Come', 'fr', $1, '2026-11-20', '2026-11-27')`,
      [id],
    );
    await expect(run()).resolves.toMatchObject({
      erased: { ended_tokens: 2, used_links: 1, sign_in_failures: 1, ended_invitations: 1 },
    });
    await expect(app.db.query('SELECT name FROM api_token')).resolves.toEqual([{ name: 'holds' }]);
    await expect(app.db.query('SELECT name, state FROM invitation ORDER BY expires_at')).resolves.toEqual([
      { name: null, state: 'expired' },
      { name: 'May Come', state: 'open' },
    ]);
  });

  it('counts the time of an account from the day it was found closed, and anew when it was open between', async () => {
    const id = await account('comes.and.goes@x.test', null);
    const nameOn = async (day: string, active: boolean) => {
      await app.db.query('UPDATE account SET active = $2 WHERE id = $1', [id, active]);
      app.clock.setTo(`${day}T03:00:00Z`);
      await run();
      const [row] = await app.db.query<{ name: string | null }[]>('SELECT name FROM account');
      return row?.name;
    };
    await expect(nameOn('2026-11-23', false)).resolves.toBe('Somebody');
    await expect(nameOn('2028-11-01', true)).resolves.toBe('Somebody');
    await expect(nameOn('2028-11-30', false)).resolves.toBe('Somebody');
    await expect(nameOn('2030-11-30', false)).resolves.toBe('Somebody');
    await expect(nameOn('2030-12-01', false)).resolves.toBeNull();
  });
});
