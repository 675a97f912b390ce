import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MakeCheckpoint } from '@app/audit';
import { calendarDate } from '@app/kernel';
import { isSignedCheckpoint } from '../../../libs/audit/src/domain/checkpoint';
import { noteOne } from '../../support/trail';
import { type UseCases, startUseCases } from '../../support/use-cases';

const DAY = calendarDate('2026-11-23');
const NEXT_DAY = calendarDate('2026-11-24');

let app: UseCases;
let folder: string;
let keyFile: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mithaq-key-'));
  keyFile = join(folder, 'made', 'key.pem');
  app = await startUseCases({ modules: [], entities: [], settings: { AUDIT_SIGNING_KEY_FILE: keyFile } });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const introductions = () =>
  app.db.query<{ payload: { fingerprint: string } }[]>(
    `SELECT payload FROM audit_entry WHERE action = 'audit_key.introduced' ORDER BY id`,
  );

describe('a checkpoint', () => {
  it('signs where the chain ends, with a key that is made for it and that an entry introduces', async () => {
    await noteOne(app);
    const made = await app.get(MakeCheckpoint).execute(DAY);
    if (!made) throw new Error('there was none');
    expect(made).toMatchObject({ sequence: 2, entries: 2, madeOn: '2026-11-23' });
    expect(made.madeAt.toISOString()).toBe('2026-11-23T10:00:00.000Z');
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(isSignedCheckpoint(made)).toBe(true);
    // As somebody without our code would check it, from what is published.
    const signed =
      `{"entries":2,"format":"mithaq-audit-checkpoint/1","keyFingerprint":"${made.keyFingerprint}",` +
      `"linkSha256":"${made.linkSha256}","madeAt":"2026-11-23T10:00:00.000Z","madeOn":"2026-11-23","sequence":2}`;
    expect(verify(null, Buffer.from(signed), createPublicKey(made.publicKey), made.signature)).toBe(true);
    expect(isSignedCheckpoint({ ...made, sequence: 3, entries: 3 })).toBe(false);
    expect(await introductions()).toEqual([
      { payload: { fingerprint: made.keyFingerprint, publicKey: made.publicKey } },
    ]);
    const [head] = await app.db.query<[{ hash: string }]>(
      `SELECT encode(link_sha256, 'hex') AS hash FROM audit_link ORDER BY sequence DESC LIMIT 1`,
    );
    expect(made.linkSha256).toBe(head.hash);
  });

  it('is made once a day, also when several workers ask at once, and again when it is asked for', async () => {
    const make = app.get(MakeCheckpoint);
    const made = await Promise.all([1, 2, 3, 4].map(() => make.execute(DAY)));
    expect(made.filter((one) => one !== null)).toHaveLength(1);
    await expect(make.execute(DAY)).resolves.toBeNull();
    await expect(make.execute(NEXT_DAY)).resolves.toMatchObject({ madeOn: '2026-11-24' });
    await expect(make.execute(NEXT_DAY, { another: true })).resolves.toMatchObject({ madeOn: '2026-11-24' });
    expect(await introductions()).toHaveLength(1);
  });

  it('of a new key is made the same day, and the trail says from where on it signs', async () => {
    const before = await app.get(MakeCheckpoint).execute(DAY);
    rmSync(keyFile);
    const after = await app.get(MakeCheckpoint).execute(DAY);
    expect(after?.keyFingerprint).not.toBe(before?.keyFingerprint);
    expect(after?.sequence).toBe(2);
    expect((await introductions()).map(({ payload }) => payload.fingerprint)).toEqual([
      before?.keyFingerprint,
      after?.keyFingerprint,
    ]);
  });

  it('is refused with a file that holds no key, and nothing of the file is said', async () => {
    await app.get(MakeCheckpoint).execute(DAY);
    writeFileSync(keyFile, readFileSync(keyFile, 'utf8').replace(/MC4C/, 'XXXX'));
    const refused = app.get(MakeCheckpoint).execute(NEXT_DAY);
    await expect(refused).rejects.toThrow(`${keyFile} holds no Ed25519 private key in PEM.`);
    await expect(refused).rejects.not.toThrow('XXXX');
  });
});
