import { type TestApi, startTestApi } from '../../support/application';
import { sendIdentityMails, tokenIn } from '../../support/identity-mails';
import { type MailServer, startMailServer } from '../../support/mail-server';

let api: TestApi;
let server: MailServer;

beforeEach(async () => {
  server = await startMailServer();
  api = await startTestApi({ SMTP_URL: server.url, PUBLIC_URL: 'https://mithaq.test' });
  await api.http('POST', '/password-resets', { anonymous: true, body: { email: api.credentials.email } });
});
afterEach(async () => {
  await api.close();
  await server.close();
});

const send = () => sendIdentityMails(api.app, api.dataSource);
const mail = async () => {
  const [row] = await api.dataSource.query<Record<string, unknown>[]>(
    'SELECT state, reason, attempts, last_error, ended_at FROM identity_mail',
  );
  return row;
};
const waits = async () => {
  const [row] = await api.dataSource.query<{ minutes: number }[]>(
    `SELECT round(extract(epoch FROM available_at - now()) / 60) AS minutes FROM outbox`,
  );
  return row?.minutes;
};

describe('a mail with a single-use link, through a mail server', () => {
  it('carries a link that works, and is recorded without its words', async () => {
    expect(await send()).toEqual([null]);
    const [taken, ...others] = server.taken;
    expect(others).toEqual([]);
    expect(taken?.to?.[0]?.address).toBe(api.credentials.email);
    expect(taken?.subject).toBe('Un nouveau mot de passe pour Mithaq');
    expect(taken?.html).toContain('<html lang="fr" dir="ltr">');
    if (!taken) throw new Error('no mail');
    const token = tokenIn(taken);
    expect(taken.html).toContain(`https://mithaq.test/password-reset#${token}`);
    const [sent] = await api.dataSource.query<Record<string, unknown>[]>(
      'SELECT transport, body, file, topic, carries_link FROM sent_mail',
    );
    expect(sent).toEqual({
      ...{ transport: 'smtp', body: null, file: null, topic: 'password_reset', carries_link: true },
    });
    expect(await mail()).toMatchObject({ state: 'sent', attempts: 0 });
    const { status } = await api.http('POST', '/password-resets/completion', {
      anonymous: true,
      body: { token, password: 'nine slow lanterns' },
    });
    expect(status).toBe(204);
  });

  it('is tried again with a new link when the server cannot take it now', async () => {
    server.refuse({ code: 451, text: 'greylisted for person@post.test' });
    const [error] = await send();
    expect(error?.message).toContain('451');
    expect(await mail()).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(JSON.stringify(await mail())).not.toContain('person@post.test');
    expect(await waits()).toBe(5);
    server.refuse(null);
    expect(await send()).toEqual([null]);
    expect(server.taken).toHaveLength(1);
    expect(await api.dataSource.query('SELECT FROM single_use_link')).toHaveLength(1);
    expect(await api.dataSource.query('SELECT FROM outbox')).toEqual([]);
  });

  it('ends where the server refuses the address for good', async () => {
    server.refuse({ code: 550, text: 'no such mailbox' });
    expect(await send()).toEqual([null]);
    expect(await mail()).toMatchObject({ state: 'bounced', reason: '550' });
    expect(await api.dataSource.query('SELECT FROM outbox')).toEqual([]);
  });

  it('is given up after an hour, for nobody waits for it any more', async () => {
    await server.close();
    expect((await send())[0]?.message).toBe('the mail server cannot be used: ESOCKET');
    await api.dataSource.query(
      `UPDATE identity_mail SET requested_at = requested_at - interval '61 minutes'`,
    );
    expect(await send()).toEqual([null]);
    expect(await mail()).toMatchObject({ state: 'dropped', reason: 'too_late' });
  });
});
