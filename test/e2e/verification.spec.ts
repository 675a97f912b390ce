import { setTimeout as sleep } from 'node:timers/promises';
import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { type TestApi, startTestApi } from '../support/application';
import { emptyRedisUrl } from '../support/redis';
import { WorkerProcess } from '../support/worker-process';

interface Verification {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly result: { readonly sound: boolean; readonly entries: number } | null;
}

const PATIENCE = 120_000;

describe('a verification of the audit trail', () => {
  let api: TestApi;
  let auditor: SignedInAccount;
  let redisUrl: string | undefined;

  beforeAll(async () => {
    redisUrl = await emptyRedisUrl();
    api = await startTestApi();
    auditor = await signInAs(api, { grants: [countryWide('auditor')] });
  });
  afterAll(() => api.close());

  it(
    'is begun again by the next worker when the one that had it was killed, and ends with a result',
    async () => {
      const { body } = await auditor.http<Verification>('POST', '/audit/verifications');
      // As a worker leaves it that was killed a minute ago.
      await api.dataSource.query(
        `UPDATE audit_verification SET state = 'running', attempts = 1, begun_at = now() - interval '1 minute',
                seen_at = now() - interval '1 minute' WHERE id = $1`,
        [body.id],
      );
      const worker = await WorkerProcess.start({
        DATABASE_URL: api.databaseUrl,
        DATA_DIR: api.dataDir,
        REDIS_URL: redisUrl,
      });
      const shown = async () =>
        (await auditor.http<Verification>('GET', `/audit/verifications/${body.id}`)).body;
      const end = performance.now() + PATIENCE / 2;
      while ((await shown()).state !== 'finished' && performance.now() < end) await sleep(100);
      expect(await shown()).toMatchObject({ state: 'finished', attempts: 2, result: { sound: true } });
      await worker.stop();
    },
    PATIENCE,
  );
});
