import { Client } from 'pg';
import { SendIdentityMail } from '@app/identity';
import { Outbox } from '@app/platform';
import { countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';
import { mailFilesTo, sendIdentityMails, tokenIn } from '../../support/identity-mails';
import type { Problem } from '../../support/invitations';

const NEW_PASSWORD = 'nine slow lanterns';

let api: TestApi;

beforeEach(async () => {
  api = await startTestApi({ PUBLIC_URL: 'https://mithaq.test' });
});
afterEach(() => api.close());

const ask = (email: string) => api.http('POST', '/password-resets', { anonymous: true, body: { email } });
const complete = (token: string, password = NEW_PASSWORD) =>
  api.http<Problem>('POST', '/password-resets/completion', { anonymous: true, body: { token, password } });
const signIn = (email: string, password: string) =>
  api.http('POST', '/session', { anonymous: true, body: { email, password } });

async function tokenFor(address: string): Promise<string> {
  expect(await sendIdentityMails(api.app, api.dataSource)).not.toContainEqual(expect.any(Error));
  const [mail, ...others] = await mailFilesTo(api.dataDir, address);
  expect(others).toEqual([]);
  if (!mail) throw new Error('no mail');
  return tokenIn(mail);
}

/** The statements that this process sends to the server while something is done, without their values. */
async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const sent = jest.spyOn(Client.prototype, 'query');
  await work();
  const statements = sent.mock.calls.map(([statement]: unknown[]) =>
    typeof statement === 'string' ? statement : (statement as { text: string }).text,
  );
  sent.mockRestore();
  return statements;
}

describe('asking for a new password', () => {
  it('answers and does the same whether the address has an account or not', async () => {
    const closed = await signInAs(api, { grants: [countryWide('officer')], email: 'closed@register.test' });
    await api.dataSource.query('UPDATE account SET active = false WHERE id = $1', [closed.accountId]);
    const provided = await signInAs(api, {
      grants: [countryWide('officer')],
      email: 'provider-only@register.test',
    });
    const addresses = [api.credentials.email, 'nobody@register.test', closed.email, provided.email];
    const seen: { answer: unknown; statements: string[] }[] = [];
    for (const address of addresses) {
      const answers: unknown[] = [];
      const statements = await statementsDuring(async () => {
        const { status, body, headers } = await ask(address);
        answers.push([status, body, Object.keys(headers).sort()]);
      });
      seen.push({ answer: answers[0], statements });
    }
    const [known, ...others] = seen;
    expect(known?.answer).toEqual([202, { received: true }, expect.any(Array)]);
    expect(known?.statements.length).toBeGreaterThan(5);
    for (const other of others) expect(other).toEqual(known);
    await sendIdentityMails(api.app, api.dataSource);
    expect(await mailFilesTo(api.dataDir, api.credentials.email)).toHaveLength(1);
    for (const address of addresses.slice(1)) expect(await mailFilesTo(api.dataDir, address)).toEqual([]);
    expect(await api.dataSource.query('SELECT FROM outbox')).toEqual([]);
  });

  it('sends one mail in five minutes and five a day, and answers as before', async () => {
    const { email } = api.credentials;
    const later = (minutes: number) =>
      api.dataSource.query(
        `UPDATE identity_mail SET requested_at = requested_at - make_interval(mins => $1)`,
        [minutes],
      );
    await Promise.all([ask(email), ask(email), ask(email)]);
    const mails = async () => (await api.dataSource.query<unknown[]>('SELECT FROM identity_mail')).length;
    expect(await mails()).toBe(1);
    for (let each = 0; each < 6; each += 1) {
      await later(6);
      expect((await ask(email)).status).toBe(202);
    }
    expect(await mails()).toBe(5);
    await later(24 * 60);
    await ask(email);
    expect(await mails()).toBe(6);
    const outcomes = await api.dataSource.query<{ outcome: string; count: number }[]>(
      `SELECT payload ->> 'outcome' AS outcome, count(*) AS count FROM audit_entry
        WHERE action = 'password.reset_requested' GROUP BY 1 ORDER BY 1`,
    );
    expect(outcomes).toEqual([
      { outcome: 'mailed', count: 6 },
      { outcome: 'too_soon', count: 4 },
    ]);
  });
});

describe('choosing a new password', () => {
  it('ends all sessions and leaves the old password worthless', async () => {
    const { email, password } = api.credentials;
    await ask(email.toUpperCase());
    const token = await tokenFor(email);
    const weak = await complete(token, 'password1234');
    expect([weak.status, weak.body.errors?.[0]?.field]).toEqual([422, 'password']);
    expect((await api.http('GET', '/session')).status).toBe(200);
    expect((await complete(token)).status).toBe(204);
    expect((await api.http('GET', '/session')).status).toBe(401);
    expect((await signIn(email, password)).status).toBe(401);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(201);
    const [entry] = await api.dataSource.query<{ subject_id: string; actor: string }[]>(
      `SELECT subject_id, actor FROM audit_entry WHERE action = 'password.reset'`,
    );
    expect(entry?.actor).toBe(`account:${entry?.subject_id}`);
  });

  it('leaves a second factor as it is, and opens no session around it', async () => {
    const { email } = api.credentials;
    await api.dataSource.query(
      `INSERT INTO second_factor (account_id, secret, started_at, confirmed_at, last_step)
       SELECT id, decode(repeat('ab', 20), 'hex'), now(), now(), 1 FROM account WHERE email = $1`,
      [email],
    );
    const factors = () => api.dataSource.query('SELECT * FROM second_factor');
    const before = await factors();
    await ask(email);
    const completed = await complete(await tokenFor(email));
    expect([completed.status, completed.headers['set-cookie']]).toEqual([204, undefined]);
    expect(await factors()).toEqual(before);
    expect(await api.dataSource.query('SELECT FROM session')).toEqual([]);
  });

  it('happens once, however many try at once', async () => {
    const { email } = api.credentials;
    await ask(email);
    const token = await tokenFor(email);
    const answers = await Promise.all(Array.from({ length: 10 }, () => complete(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(9).fill(422)]);
    expect(new Set(answers.filter(({ status }) => status === 422).map(({ body }) => body.code))).toEqual(
      new Set(['link_invalid']),
    );
  });

  it('takes half an hour, and no link of another purpose', async () => {
    const { email } = api.credentials;
    await ask(email);
    const token = await tokenFor(email);
    const asInvitation = await api.http<Problem>('POST', '/invitations/acceptance', {
      anonymous: true,
      body: { token, name: 'One', password: NEW_PASSWORD },
    });
    expect([asInvitation.status, asInvitation.body.code]).toEqual([422, 'link_invalid']);
    await api.dataSource.query(
      `UPDATE single_use_link SET created_at = created_at - interval '31 minutes', expires_at = expires_at - interval '31 minutes'`,
    );
    const late = await complete(token);
    expect([late.status, late.body.code]).toEqual([422, 'link_invalid']);
    const noted = await api.dataSource.query<object[]>(
      `SELECT subject_id = (SELECT id FROM single_use_link) AS this, payload FROM audit_entry
        WHERE action = 'link.refused' ORDER BY id`,
    );
    expect(noted).toEqual([
      { this: true, payload: { purpose: 'invitation', code: 'link_invalid' } },
      { this: true, payload: { purpose: 'password_reset', code: 'link_invalid' } },
    ]);
  });

  it('gives way to a later link', async () => {
    const { email } = api.credentials;
    await ask(email);
    const first = await tokenFor(email);
    await api.dataSource.query(`UPDATE identity_mail SET requested_at = requested_at - interval '6 minutes'`);
    await ask(email);
    await sendIdentityMails(api.app, api.dataSource);
    expect((await complete(first)).body.code).toBe('link_invalid');
    const tokens = (await mailFilesTo(api.dataDir, email)).map(tokenIn);
    const second = tokens.find((token) => token !== first);
    expect((await complete(second ?? '')).status).toBe(204);
  });
});

describe('the mail of a reset', () => {
  it('is sent again with a link that works when a crash hid that it was sent', async () => {
    const { email } = api.credentials;
    await ask(email);
    const [row] = await api.dataSource.query<{ id: string; payload: { mailId: string } }[]>(
      `SELECT id, payload FROM outbox WHERE job = 'identity.mail'`,
    );
    const crash = {
      ...api.app.get(Outbox).deliveryOf(row?.id ?? ''),
      complete: () => Promise.reject(new Error('killed')),
    };
    await expect(api.app.get(SendIdentityMail).execute(row?.payload.mailId ?? '', crash)).rejects.toThrow(
      'killed',
    );
    const [hidden] = (await mailFilesTo(api.dataDir, email)).map(tokenIn);
    await sendIdentityMails(api.app, api.dataSource);
    const tokens = (await mailFilesTo(api.dataDir, email)).map(tokenIn);
    const fresh = tokens.filter((token) => token !== hidden);
    expect([tokens.length, fresh.length]).toEqual([2, 1]);
    expect((await complete(hidden ?? '')).body.code).toBe('link_invalid');
    expect((await complete(fresh[0] ?? '')).status).toBe(204);
  });

  it('is one mail, though the job comes many times at once', async () => {
    await ask(api.credentials.email);
    await Promise.all(Array.from({ length: 5 }, () => sendIdentityMails(api.app, api.dataSource)));
    await sendIdentityMails(api.app, api.dataSource);
    expect(await mailFilesTo(api.dataDir, api.credentials.email)).toHaveLength(1);
    expect(await api.dataSource.query('SELECT FROM outbox')).toEqual([]);
  });
});
