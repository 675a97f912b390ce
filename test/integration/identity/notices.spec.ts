import { EraseAccount, SendAccountNotice, SetPassword } from '@app/identity';
import { type Delivery, Outbox } from '@app/platform';
import type { Email } from 'postal-mime';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';
import { PASSPHRASE, codeNow, enrol, signInWithPassword, trySignIn } from '../../support/credentials';
import { mailFilesTo } from '../../support/identity-mails';
import { type MailServer, startMailServer } from '../../support/mail-server';

type Notice = Parameters<SendAccountNotice['execute']>[0];

const NEW_PASSWORD = 'nine storks under a bridge';

let api: TestApi;

const start = async (settings: Record<string, string> = {}) => {
  api = await startTestApi({ PUBLIC_URL: 'https://mithaq.test', ...settings });
};
afterEach(() => api.close());

const waiting = () =>
  api.dataSource.query<{ id: string; payload: Notice }[]>(
    `SELECT id, payload FROM outbox WHERE job = 'identity.notice' ORDER BY id`,
  );

/** What is about to be told, which is then told. */
async function told(): Promise<string[]> {
  const rows = await waiting();
  for (const { id, payload } of rows) {
    await api.app.get(SendAccountNotice).execute(payload, api.app.get(Outbox).deliveryOf(id));
  }
  return rows.map(({ payload }) => payload.notice);
}

/** Somebody of whom nothing is waiting to be told. */
async function person(language = 'fr'): Promise<SignedInAccount> {
  const made = await signInWithPassword(api, { grants: [countryWide('director')], secondFactor: false });
  await api.dataSource.query('UPDATE account SET language = $2 WHERE id = $1', [made.accountId, language]);
  await api.dataSource.query('DELETE FROM outbox');
  return made;
}

const changePassword = (who: SignedInAccount, currentPassword = PASSPHRASE) =>
  who.http('PUT', '/me/password', { body: { currentPassword, newPassword: NEW_PASSWORD } });

describe('the holder of an account is told by mail', () => {
  beforeEach(() => start());

  it.each([
    ['fr', 'Votre mot de passe pour Mithaq a été changé', 'ltr'],
    ['ar', 'تغيرت كلمة مروركم لميثاق', 'rtl'],
    ['en', 'Your password for Mithaq was changed', 'ltr'],
  ])('of another password, in %s and without a link', async (language, subject, direction) => {
    const who = await person(language);
    expect((await changePassword(who)).status).toBe(204);
    expect(JSON.stringify(await waiting())).not.toContain(who.email);
    expect(await told()).toEqual(['password_changed']);
    const [mail, ...others] = await mailFilesTo(api.dataDir, who.email);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe(subject);
    const { html = '', text = '' } = mail as Email;
    expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(text).toContain('mithaq.test');
    expect(`${html}${text}`).not.toMatch(/https?:|href|[{}]\w|undefined/);
    expect(await api.dataSource.query('SELECT FROM outbox')).toEqual([]);
  });

  it('of a second factor that comes, stands in, and goes', async () => {
    const who = await person();
    const { secret, recoveryCodes } = await enrol(api, who);
    expect(await told()).toEqual(['second_factor_enrolled']);
    const { email } = who;
    expect((await trySignIn(api, { email, recoveryCode: recoveryCodes[0] })).status).toBe(201);
    expect(await told()).toEqual(['recovery_code_used']);
    await who.http('DELETE', '/me/second-factor', {
      body: { password: PASSPHRASE, code: codeNow(api, secret) },
    });
    expect(await told()).toEqual(['second_factor_removed']);
    expect(await mailFilesTo(api.dataDir, email)).toHaveLength(3);
  });

  it('of a second factor that an administrator takes away, once', async () => {
    const who = await person();
    await enrol(api, who);
    await told();
    const admin = await signInAs(api, { grants: [countryWide('admin')] });
    for (let turn = 0; turn < 2; turn += 1) {
      await admin.http('DELETE', `/accounts/${who.accountId}/second-factor`);
    }
    expect(await told()).toEqual(['second_factor_reset']);
  });

  it('of nothing that was refused', async () => {
    const who = await person();
    const { secret } = await enrol(api, who);
    await told();
    expect((await changePassword(who, 'a guess')).status).toBe(403);
    const remove = (body: object) => who.http('DELETE', '/me/second-factor', { body });
    expect((await remove({ password: PASSPHRASE })).status).toBe(403);
    expect((await remove({ password: 'a guess', code: codeNow(api, secret) })).status).toBe(403);
    expect(await told()).toEqual([]);
  });

  it('unless the account is closed, erased or a demonstration’s by then', async () => {
    const closed = await person();
    const [erased, shown] = [await person(), await person()];
    for (const who of [closed, erased, shown]) await changePassword(who);
    await api.dataSource.query('UPDATE account SET active = false WHERE id = $1', [closed.accountId]);
    await api.dataSource.query('UPDATE account SET demonstration = true WHERE id = $1', [shown.accountId]);
    await api.app.get(EraseAccount).execute(erased.accountId, null, 'system:tests');
    expect(await told()).toHaveLength(3);
    expect(await api.dataSource.query('SELECT FROM sent_mail')).toEqual([]);
    expect(await waiting()).toEqual([]);
  });
});

describe('a notice that the mail server does not take', () => {
  let server: MailServer;

  beforeEach(async () => {
    server = await startMailServer();
    await start({ SMTP_URL: server.url });
  });
  // Before it waits for its connections, the api must have closed them.
  afterEach(() => void server.close());

  const send = async (notice: Notice, delivery: Delivery) =>
    api.app
      .get(SendAccountNotice)
      .execute(notice, delivery)
      .then(() => null)
      .catch((error: Error) => error.message);

  it('waits longer each time, is the same mail when it is taken, and is given up after days', async () => {
    const who = await person();
    await api.app.get(SetPassword).execute({
      accountId: who.accountId,
      password: NEW_PASSWORD,
      actor: 'system:tests',
    });
    const [row] = await waiting();
    if (!row) throw new Error('nothing waits');
    const delivery = api.app.get(Outbox).deliveryOf(row.id);
    const minutes = async () => {
      const [found] = await api.dataSource.query<{ minutes: number }[]>(
        `SELECT round(extract(epoch FROM available_at - now()) / 60)::int AS minutes FROM outbox`,
      );
      return found?.minutes ?? null;
    };
    const old = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    server.refuse({ code: 451, text: 'later' });
    for (const [hours, wait] of [
      [0, 5],
      [1, 60],
      [30, 240],
    ] as const) {
      expect(await send({ ...row.payload, happenedAt: old(hours) }, delivery)).toContain('451');
      expect(await minutes()).toBe(wait);
    }
    server.refuse(null);
    expect(await send(row.payload, { ...delivery, complete: () => Promise.resolve() })).toBeNull();
    expect(await send(row.payload, { ...delivery, complete: () => Promise.resolve() })).toBeNull();
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await api.dataSource.query('SELECT FROM sent_mail')).toHaveLength(1);
    server.refuse({ code: 451, text: 'later' });
    expect(await send({ ...row.payload, happenedAt: old(73) }, delivery)).toBeNull();
    expect(await minutes()).toBeNull();
  });

  it('ends where the server refuses it for good', async () => {
    const who = await person();
    await changePassword(who);
    server.refuse({ code: 550, text: `no such mailbox ${who.email}` });
    expect(await told()).toEqual(['password_changed']);
    expect(await waiting()).toEqual([]);
  });
});
