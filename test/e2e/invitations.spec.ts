import { setTimeout as sleep } from 'node:timers/promises';
import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { type TestApi, startTestApi } from '../support/application';
import { tokenIn } from '../support/identity-mails';
import { PASSWORD } from '../support/invitations';
import { type MailServer, startMailServer } from '../support/mail-server';
import { emptyRedisUrl } from '../support/redis';
import { WorkerProcess } from '../support/worker-process';

const INVITED = 'invited@company.test';

let api: TestApi;
let server: MailServer;
let worker: WorkerProcess;

beforeAll(async () => {
  server = await startMailServer();
  api = await startTestApi();
  worker = await WorkerProcess.start({
    DATABASE_URL: api.databaseUrl,
    DATA_DIR: api.dataDir,
    SMTP_URL: server.url,
    PUBLIC_URL: 'https://mithaq.test',
    REDIS_URL: await emptyRedisUrl(),
  });
});
afterAll(async () => {
  await worker.stop();
  await api.close();
  await server.close();
});

/** The token in the mail that comes next. */
async function nextToken(count: number): Promise<string> {
  const until = performance.now() + 30_000;
  while (server.taken.length < count && performance.now() < until) await sleep(50);
  expect(server.taken).toHaveLength(count);
  const mail = server.taken.at(-1);
  expect(mail?.to?.[0]?.address).toBe(INVITED);
  return mail ? tokenIn(mail) : '';
}

const confirmedBy = async (inviter: SignedInAccount, second: SignedInAccount) => {
  const company = await inviter.http<{ id: string }>('POST', '/organisations', {
    body: { names: { fr: 'Société fictive' }, kind: 'company' },
  });
  const { body } = await inviter.http<{ id: string }>(
    'POST',
    `/organisations/${company.body.id}/invitations`,
    {
      body: {
        email: INVITED,
        language: 'fr',
        office: 'Directrice générale',
        mandate: { document: { title: 'Procès-verbal du conseil' } },
      },
    },
  );
  return second.http('POST', `/invitations/${body.id}/confirmation`);
};

describe('a representative, from two officers over the worker to the mailbox and back', () => {
  it('accepts, signs in, forgets the password and chooses another', async () => {
    const [inviter, second] = await Promise.all(
      [1, 2].map(() => signInAs(api, { grants: [countryWide('officer')] })),
    );
    if (!inviter || !second) throw new Error('two officers');
    expect((await confirmedBy(inviter, second)).status).toBe(200);
    const accepted = await api.http('POST', '/invitations/acceptance', {
      anonymous: true,
      body: { token: await nextToken(1), name: 'R. Presentative', password: PASSWORD },
    });
    expect(accepted.status).toBe(201);
    const signIn = (password: string) =>
      api.http('POST', '/session', { anonymous: true, body: { email: INVITED, password } });
    expect((await signIn(PASSWORD)).status).toBe(201);

    await api.http('POST', '/password-resets', { anonymous: true, body: { email: INVITED } });
    const completed = await api.http('POST', '/password-resets/completion', {
      anonymous: true,
      body: { token: await nextToken(2), password: 'nine slow lanterns' },
    });
    expect(completed.status).toBe(204);
    expect([(await signIn(PASSWORD)).status, (await signIn('nine slow lanterns')).status]).toEqual([
      401, 201,
    ]);
  });
});
