import { ModuleRef } from '@nestjs/core';
import { VerifyTrail, verifyTrailJob } from '@app/audit';
import { Outbox } from '@app/platform';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';
import { Forger } from '../../support/forged-trail';
import { noteOne, sealAll } from '../../support/trail';

interface Verification {
  readonly id: string;
  readonly state: string;
  readonly percent: number | null;
  readonly attempts: number;
  readonly isLost: boolean;
  readonly requestedByName: string | null;
  readonly finishedAt: string | null;
  readonly failure: string | null;
  readonly result: {
    readonly sound: boolean;
    readonly entries: number;
    readonly faults: number;
    readonly firstFault: {
      readonly sequence: number;
      readonly entryId: string;
      readonly code: string;
    } | null;
  } | null;
}
interface UnderWay {
  readonly code: string;
  readonly running: { readonly id: string };
}

const PATH = '/audit/verifications';

describe('verifications of the audit trail', () => {
  let api: TestApi;
  let admin: SignedInAccount;
  let auditor: SignedInAccount;
  let verifyTrail: VerifyTrail;
  let owner: Forger;

  beforeAll(async () => {
    api = await startTestApi();
    admin = await signInAs(api, { grants: [countryWide('admin')], name: 'Amina Admin' });
    auditor = await signInAs(api, { grants: [countryWide('auditor')] });
    verifyTrail = await api.app.get(ModuleRef).create(VerifyTrail);
    for (let n = 0; n < 5; n += 1) await noteOne(api.app, { n });
    await sealAll(api.app);
    owner = await Forger.on(api.ownerUrl);
  });
  afterAll(async () => {
    await owner.end();
    await api.close();
  });

  const request = async (who = admin) => (await who.http<Verification & UnderWay>('POST', PATH)).body;
  const shown = async (id: string) => (await auditor.http<Verification>('GET', `${PATH}/${id}`)).body;
  const waiting = () =>
    api.dataSource.query<{ id: string; payload: { verificationId: string } }[]>(
      'SELECT id, payload FROM outbox WHERE job = $1 ORDER BY id',
      [verifyTrailJob.name],
    );
  /** What a worker does with all that is handed out. */
  const work = async () => {
    for (const { id, payload } of await waiting()) {
      await verifyTrail.execute(payload.verificationId, api.app.get(Outbox).deliveryOf(id));
    }
  };
  const actionsAbout = async (id: string) =>
    (
      await api.dataSource.query<{ action: string }[]>(
        'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY recorded_at, id',
        [id],
      )
    ).map(({ action }) => action);
  const leaveRunning = (id: string, attempts: number, secondsAgo: number) =>
    api.dataSource.query(
      `UPDATE audit_verification SET state = 'running', attempts = $2, begun_at = $3, seen_at = $3 WHERE id = $1`,
      [id, attempts, new Date(Date.now() - secondsAgo * 1000)],
    );

  it('are asked for by administrators and auditors alone', async () => {
    const officer = await signInAs(api, { grants: [countryWide('officer')] });
    expect((await officer.http('POST', PATH)).status).toBe(403);
    expect((await officer.http('GET', PATH)).status).toBe(403);
    expect((await auditor.http('GET', PATH)).status).toBe(200);
  });

  it('run one at a time, keep what they found and say so in the trail', async () => {
    const asked = await admin.http<Verification>('POST', PATH);
    const { id } = asked.body;
    expect([asked.status, asked.body]).toMatchObject([
      202,
      { state: 'waiting', percent: null, attempts: 0, result: null, requestedByName: 'Amina Admin' },
    ]);
    const second = await auditor.http<UnderWay>('POST', PATH);
    expect([second.status, second.body]).toMatchObject([
      409,
      { code: 'verification_under_way', running: { id } },
    ]);
    await work();
    const done = await shown(id);
    expect(done).toMatchObject({ state: 'finished', percent: 100, attempts: 1, failure: null });
    expect(done.result).toMatchObject({ sound: true, faults: 0, firstFault: null });
    const [{ count } = { count: 0 }] = await api.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM audit_link',
    );
    expect(done.result?.entries).toBe(count);
    expect(await actionsAbout(id)).toEqual(['audit_verification.requested', 'audit_verification.finished']);
    expect(await waiting()).toEqual([]);
    const { body } = await auditor.http<{ items: Verification[]; total: number }>('GET', PATH);
    expect(body.items[0]?.id).toBe(id);
  });

  it('are taken up again when their worker died, and not while it lives', async () => {
    const { id } = await request();
    await leaveRunning(id, 1, 5);
    await work();
    expect(await shown(id)).toMatchObject({ state: 'running', attempts: 1, isLost: false });
    expect(await waiting()).toHaveLength(1);
    await leaveRunning(id, 1, 45);
    expect((await shown(id)).isLost).toBe(true);
    await work();
    expect(await shown(id)).toMatchObject({ state: 'finished', attempts: 2, isLost: false });
  });

  it('count as failed when three workers died', async () => {
    const { id } = await request();
    await leaveRunning(id, 3, 45);
    await work();
    expect(await shown(id)).toMatchObject({ state: 'failed', failure: 'interrupted', result: null });
    expect(await actionsAbout(id)).toEqual(['audit_verification.requested', 'audit_verification.failed']);
    expect(await waiting()).toEqual([]);
  });

  it('count as failed when each attempt meets an error, and another may be asked for then', async () => {
    const { id } = await request();
    await owner.query('ALTER TABLE audit_checkpoint RENAME TO out_of_reach');
    for (const attempt of [1, 2]) {
      await expect(work()).rejects.toThrow(`attempt ${attempt}`);
      expect(await shown(id)).toMatchObject({ state: 'waiting', attempts: attempt });
    }
    await work();
    expect(await shown(id)).toMatchObject({ state: 'failed', failure: 'error', attempts: 3 });
    await owner.query('ALTER TABLE out_of_reach RENAME TO audit_checkpoint');
    expect((await request()).state).toBe('waiting');
    await work();
  });

  it('name the first broken entry', async () => {
    const broken = await owner.entryAt(3);
    await owner.query(`UPDATE audit_entry SET payload = '{"n": 99}' WHERE id = $1`, [broken]);
    const { id } = await request();
    await work();
    expect((await shown(id)).result).toMatchObject({
      sound: false,
      faults: 1,
      firstFault: { sequence: 3, entryId: broken, code: 'edited' },
    });
  });

  it('are not there under an unknown id', async () => {
    expect((await admin.http('GET', `${PATH}/01900000-0000-7000-8000-00000000abcd`)).status).toBe(404);
  });
});
