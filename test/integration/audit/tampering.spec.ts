import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EraseAuditedValues, ExportTrail, ListCheckpoints, MakeCheckpoint, personal } from '@app/audit';
import { calendarDate } from '@app/kernel';
import { newId } from '@app/platform';
import {
  type KeptCheckpoint,
  type RedactedPlace,
  type TrailReport,
  TrailVerifier,
  type VerifierOptions,
} from '../../../apps/standalone/verify-audit.cjs';
import { Forger } from '../../support/forged-trail';
import { noteOne, sealAll } from '../../support/trail';
import { type UseCases, startUseCases } from '../../support/use-cases';

const TODAY = calendarDate('2026-11-25');
/** The first entries, the one that introduces the key, and those after the checkpoint. */
const SIGNED = 7;
const SEALED = 12;
/** The entry that holds a personal value. */
const PERSONAL = 3;

let app: UseCases;
let forger: Forger;
let folder: string;
let kept: KeptCheckpoint[];
const personId = newId();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mithaq-trail-'));
  app = await startUseCases({
    modules: [],
    entities: [],
    now: new Date().toISOString(),
    settings: { AUDIT_SIGNING_KEY_FILE: join(folder, 'key.pem') },
  });
  for (let n = 1; n < SIGNED; n += 1) {
    await noteOne(
      app,
      n === PERSONAL ? { name: personal('Amina', personId) } : { n, changed: { from: 1, to: 2 } },
    );
  }
  await app.get(MakeCheckpoint).execute(TODAY);
  kept = await keptCheckpoints();
  for (let n = SIGNED; n < SEALED; n += 1) await noteOne(app, { n });
  await sealAll(app);
  forger = await Forger.on(app.ownerUrl);
});
afterEach(() => forger.undo());
afterAll(async () => {
  await forger.end();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the public route answers, as a file keeps it. */
async function keptCheckpoints(): Promise<KeptCheckpoint[]> {
  const { items } = await app.get(ListCheckpoints).execute({ limit: 10, cursor: null, exactCount: false });
  return JSON.parse(JSON.stringify(items)) as KeptCheckpoint[];
}

async function verified(options: VerifierOptions = {}): Promise<TrailReport> {
  const verifier = new TrailVerifier(options);
  await app.get(ExportTrail).execute((lines) => {
    for (const line of lines) verifier.take(line);
    return Promise.resolve();
  });
  return verifier.finish();
}

async function expectBroken(
  sequence: number | null,
  entryId: string | null,
  code: string,
  options: VerifierOptions = {},
): Promise<void> {
  const report = await verified(options);
  expect(report).toMatchObject({ sound: false, firstFault: { sequence, entryId, code } });
}

describe('a trail that nobody touched', () => {
  it('is sound, and says how far it goes', async () => {
    await expect(
      verified({ checkpoints: kept, publicKeys: [kept[0]?.publicKey ?? ''] }),
    ).resolves.toMatchObject({
      sound: true,
      faults: 0,
      entries: SEALED,
      unsealed: 0,
      redacted: 0,
      headSequence: SEALED,
      newestCheckpoint: { sequence: SIGNED, madeOn: '2026-11-25' },
    });
  });

  it('is sound with an entry that waits for the sealer, and reports it', async () => {
    const entry = `INSERT INTO audit_entry (id, at, actor, action, subject_type, subject_id, payload)
                   SELECT $1, at, actor, action, subject_type, subject_id, payload FROM audit_entry LIMIT 1`;
    await forger.query(entry, [newId()]);
    await expect(verified()).resolves.toMatchObject({ sound: true, unsealed: 1 });
  });
});

describe('an edit', () => {
  it.each([
    ['payload', `payload = '{"n":2,"changed":{"from":1,"to":3}}'`],
    [
      'payload by a number that rounds to the same',
      `payload = '{"n":2.00000000000000000001,"changed":{"from":1,"to":2}}'`,
    ],
    ['action', `action = 'trial.undone'`],
    ['actor', `actor = 'system:somebody'`],
    ['business time', `at = at - interval '1 minute'`],
    ['time of recording', `recorded_at = recorded_at - interval '1 microsecond'`],
    ['era', `at = at - interval '4051 years'`],
    ['subject', 'subject_id = gen_random_uuid()'],
    ['kind of subject', `subject_type = 'other'`],
    ['principal', `on_behalf_of = 'account:' || gen_random_uuid()`],
    ['token', 'token_id = gen_random_uuid()'],
    ['reason', `reason = 'because'`],
    ['request', 'request_id = gen_random_uuid()'],
    ['address', `address = '192.0.2.0/24'`],
  ])('of the %s names the entry', async (_what, change) => {
    const id = await forger.entryAt(2);
    await forger.query(`UPDATE audit_entry SET ${change} WHERE id = $1`, [id]);
    await expectBroken(2, id, 'edited');
  });

  it('of the identifier names the entry that is gone under its old one', async () => {
    const id = await forger.entryAt(2);
    await forger.query('UPDATE audit_entry SET id = $2 WHERE id = $1', [id, newId()]);
    await expectBroken(2, id, 'deleted');
  });

  it('with the digest of the entry beside it names the link', async () => {
    const id = await forger.entryAt(5);
    const [before] = await forger.query<{ link: Buffer }>(
      'SELECT link_sha256 AS link FROM audit_link WHERE sequence = 5',
    );
    await forger.query(`UPDATE audit_entry SET payload = '{"n":99}' WHERE id = $1`, [id]);
    await forger.rewrite(5, 5);
    await forger.query('UPDATE audit_link SET link_sha256 = $1 WHERE sequence = 5', [before?.link]);
    await expectBroken(5, id, 'link_edited');
  });

  it('with the whole link made anew names the entry that the next one was not sealed after', async () => {
    const id = await forger.entryAt(5);
    await forger.query(`UPDATE audit_entry SET payload = '{"n":99}' WHERE id = $1`, [id]);
    await forger.rewrite(5, 5);
    await expectBroken(5, id, 'rewritten');
  });

  it('of the time of sealing names the entry', async () => {
    await forger.query(
      `UPDATE audit_link SET sealed_at = sealed_at - interval '1 second' WHERE sequence = 9`,
    );
    await expectBroken(9, await forger.entryAt(9), 'link_edited');
  });

  it('of a personal value beside the trail names the entry', async () => {
    await forger.query(`UPDATE audit_personal_value SET value = 'Karima'`);
    await expectBroken(PERSONAL, await forger.entryAt(PERSONAL), 'edited');
  });
});

describe('a deletion', () => {
  it('of an entry names it', async () => {
    const id = await forger.entryAt(4);
    await forger.query('DELETE FROM audit_entry WHERE id = $1', [id]);
    await expectBroken(4, id, 'deleted');
  });

  it('of an entry with its link names the number', async () => {
    const id = await forger.entryAt(4);
    await forger.query('DELETE FROM audit_link WHERE sequence = 4');
    await forger.query('DELETE FROM audit_entry WHERE id = $1', [id]);
    await expectBroken(4, null, 'missing');
  });

  it('after which all others move up names the one that took its place', async () => {
    const follower = await forger.entryAt(5);
    await forger.query('DELETE FROM audit_link WHERE sequence = 4');
    await forger.query('UPDATE audit_link SET sequence = sequence - 1 WHERE sequence > 4');
    await expectBroken(4, follower, 'out_of_order');
  });

  it('of the first entry names its number', async () => {
    await forger.query('DELETE FROM audit_link WHERE sequence = 1');
    await expectBroken(1, null, 'missing');
  });
});

describe('another order', () => {
  it('of the links names the first that was moved', async () => {
    const moved = await forger.entryAt(10);
    await forger.query('UPDATE audit_link SET sequence = 19 - sequence WHERE sequence IN (9, 10)');
    await expectBroken(9, moved, 'out_of_order');
  });

  it('of the entries behind the links names the first that was moved', async () => {
    const [first, second] = [await forger.entryAt(9), await forger.entryAt(10)];
    await forger.query(
      `UPDATE audit_link l SET entry_id = o.entry_id, entry_sha256 = o.entry_sha256 FROM audit_link o
        WHERE l.sequence IN (9, 10) AND o.sequence = 19 - l.sequence`,
    );
    await expectBroken(9, second, 'link_edited');
    expect(first).not.toBe(second);
  });
});

describe('an insertion', () => {
  /** An entry like the first one, with other times. */
  async function slipIn({ id = newId(), at = 'at', recorded = 'recorded_at' } = {}): Promise<string> {
    await forger.query(
      `INSERT INTO audit_entry (id, at, actor, action, subject_type, subject_id, payload, recorded_at)
       SELECT $1, ${at}, actor, action, subject_type, subject_id, '{"forged":true}', ${recorded}
         FROM audit_entry WHERE id = (SELECT entry_id FROM audit_link WHERE sequence = 1)`,
      [id],
    );
    return id;
  }

  it('into the middle, all others moving down, names the inserted entry', async () => {
    const id = await slipIn();
    await forger.query('UPDATE audit_link SET sequence = sequence + 1 WHERE sequence > 8');
    await forger.query(
      `INSERT INTO audit_link SELECT 9, $1, entry_sha256, previous_sha256, link_sha256, sealed_at
         FROM audit_link WHERE sequence = 8`,
      [id],
    );
    await forger.rewrite(9, 9);
    await expectBroken(9, id, 'inserted');
  });

  it('under numbers that are made to fit names the inserted entry', async () => {
    const id = await slipIn();
    const [original] = await forger.query<{ previous: Buffer }>(
      'SELECT previous_sha256 AS previous FROM audit_link WHERE sequence = 9',
    );
    await forger.query('UPDATE audit_link SET sequence = sequence + 1 WHERE sequence > 8');
    await forger.query(
      `INSERT INTO audit_link SELECT 9, $1, entry_sha256, previous_sha256, link_sha256, sealed_at
         FROM audit_link WHERE sequence = 8`,
      [id],
    );
    await forger.rewrite(9, 9);
    const [before] = await forger.query<{ hash: string }>(
      `SELECT encode(link_sha256, 'hex') AS hash FROM audit_link WHERE sequence = 8`,
    );
    expect(original?.previous.toString('hex')).toBe(before?.hash);
    await forger.sealAgain(10, before?.hash ?? '');
    await expectBroken(9, id, 'inserted');
  });

  it('past the sealer names the entry once a minute has passed', async () => {
    const id = await slipIn({ recorded: `now() - interval '61 seconds'` });
    await expectBroken(null, id, 'unsealed');
  });

  it('that says it will be recorded later names the entry', async () => {
    const id = await slipIn({ recorded: `now() + interval '1 day'` });
    await expectBroken(null, id, 'unsealed');
  });

  const lastWeek = () => {
    const ms = (Date.now() - 7 * 86_400_000).toString(16).padStart(12, '0');
    return `${ms.slice(0, 8)}-${ms.slice(8)}${newId().slice(13)}`;
  };
  it.each([
    [
      'back-dated in all its times',
      'back_dated',
      `at - interval '7 days'`,
      `recorded_at - interval '7 days'`,
    ],
    ['back-dated in its business time', 'times_disagree', `at - interval '7 days'`, 'now()'],
    ['back-dated in its identifier', 'times_disagree', 'at', 'now()'],
  ])('%s and left to the sealer names the entry', async (what, code, at, recorded) => {
    const isOld = what !== 'back-dated in its business time';
    const id = await slipIn({ id: isOld ? lastWeek() : newId(), at, recorded });
    await forger.query('INSERT INTO audit_unsealed VALUES ($1)', [id]);
    await sealAll(app);
    await expectBroken(SEALED + 1, id, code);
  });
});

describe('what checkpoints tell', () => {
  const cutTo = (sequence: number) =>
    forger.query(
      `WITH cut AS (DELETE FROM audit_link WHERE sequence > $1 RETURNING entry_id)
       DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM cut)`,
      [sequence],
    );

  it('a tail that is cut below one in the database', async () => {
    await cutTo(SIGNED - 2);
    await expectBroken(SIGNED - 1, null, 'truncated');
  });

  it('a tail that is cut together with the checkpoints, to whoever keeps one elsewhere', async () => {
    await cutTo(SIGNED - 2);
    await forger.query('DELETE FROM audit_checkpoint');
    await expect(verified()).resolves.toMatchObject({ sound: true });
    await expectBroken(SIGNED - 1, null, 'truncated', { checkpoints: kept });
  });

  it('nothing of a tail that is cut above the newest: the limit that is stated', async () => {
    await cutTo(SIGNED);
    await expect(verified({ checkpoints: kept })).resolves.toMatchObject({ sound: true, entries: SIGNED });
  });

  it('a chain that was rewritten from an edit on', async () => {
    await forger.query(`UPDATE audit_entry SET payload = '{"n":99}' WHERE id = $1`, [
      await forger.entryAt(2),
    ]);
    await forger.rewrite(2);
    const id = await forger.entryAt(SIGNED);
    await expectBroken(SIGNED, id, 'rewritten');
    await forger.query('DELETE FROM audit_checkpoint');
    await expect(verified()).resolves.toMatchObject({ sound: true });
    await expectBroken(SIGNED, id, 'rewritten', { checkpoints: kept });
  });

  it('one that was changed, and one of a key that the trail does not know', async () => {
    const id = await forger.entryAt(SIGNED);
    await forger.query('UPDATE audit_checkpoint SET made_on = made_on + 1');
    await expectBroken(SIGNED, id, 'checkpoint_forged');
    await forger.undo();
    await forger.query(
      `UPDATE audit_entry SET payload = payload || '{"fingerprint":"other"}' WHERE id = $1`,
      [id],
    );
    await expectBroken(SIGNED, id, 'edited');
  });

  it('one that none of the pinned keys signed', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const other = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    await expectBroken(SIGNED, await forger.entryAt(SIGNED), 'checkpoint_forged', { publicKeys: [other] });
    const own = kept[0]?.publicKey ?? '';
    await expect(verified({ publicKeys: [other, own] })).resolves.toMatchObject({ sound: true });
  });
});

describe('personal values that were erased', () => {
  it('are redacted, break nothing, and their erasing is an entry itself', async () => {
    await forger.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
    const erased = await app
      .get(EraseAuditedValues)
      .execute({ aboutIds: [personId], actor: 'system:privacy', reason: 'past its time' });
    await forger.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await sealAll(app);
    expect(erased).toBe(1);
    const redacted: RedactedPlace[] = [];
    const report = await verified({ onRedacted: (place) => redacted.push(place) });
    expect(report).toMatchObject({ sound: true, redacted: 1, entries: SEALED + 1 });
    const entryId = await forger.entryAt(PERSONAL);
    expect(redacted).toEqual([{ sequence: PERSONAL, entryId, pointer: '/name' }]);
    const [last] = await forger.query('SELECT action, reason, payload FROM audit_entry WHERE id = $1', [
      await forger.entryAt(SEALED + 1),
    ]);
    expect(last).toEqual({
      action: 'audit.values_erased',
      reason: 'past its time',
      payload: { aboutIds: [personId], values: 1 },
    });
  });
});
