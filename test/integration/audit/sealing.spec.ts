import { SealEntries } from '@app/audit';
import { Transactions, newId } from '@app/platform';
import { noteOne, sealAll } from '../../support/trail';
import { type UseCases, startUseCases } from '../../support/use-cases';

interface LinkRow {
  sequence: number;
  entryId: string;
  previous: string;
  link: string;
}

let app: UseCases;
beforeAll(async () => {
  app = await startUseCases({ modules: [], entities: [] });
});
afterAll(() => app.close());

const links = () =>
  app.db.query<LinkRow[]>(
    `SELECT sequence, entry_id AS "entryId", encode(previous_sha256, 'hex') AS previous,
            encode(link_sha256, 'hex') AS link
       FROM audit_link ORDER BY sequence`,
  );
const entryIds = async () => {
  const rows = await app.db.query<{ id: string }[]>('SELECT id FROM audit_entry');
  return rows.map(({ id }) => id);
};
const count = async (table: string) => {
  const [row] = await app.db.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM ${table}`);
  return row.count;
};

/** The chain is whole: one link an entry, numbered from 1 without a gap, each following the one before. */
async function expectWholeChain(): Promise<void> {
  const chain = await links();
  expect(chain.map(({ sequence }) => sequence)).toEqual(chain.map((_, index) => index + 1));
  expect(chain.map(({ entryId }) => entryId).sort()).toEqual((await entryIds()).sort());
  expect(chain.map(({ previous }) => previous)).toEqual([
    '0'.repeat(64),
    ...chain.slice(0, -1).map(({ link }) => link),
  ]);
  expect(await count('audit_unsealed')).toBe(0);
}

describe('sealing', () => {
  it('links what was committed, and nothing of what was rolled back', async () => {
    await noteOne(app, { n: 1 });
    const rolledBack = app.get(Transactions).run(async () => {
      await noteOne(app, { n: 2 });
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await sealAll(app);
    expect(await links()).toHaveLength(1);
    await expectWholeChain();
  });

  it('leaves out what is not committed yet, and links it when it is', async () => {
    let commit = (): void => undefined;
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    let noted = (): void => undefined;
    const isNoted = new Promise<void>((resolve) => (noted = resolve));
    const slow = app.get(Transactions).run(async () => {
      await noteOne(app, { slow: true });
      noted();
      await mayCommit;
    });
    await isNoted;
    const before = (await links()).length;
    await noteOne(app, { quick: true });
    await sealAll(app);
    expect((await links()).length).toBe(before + 1);
    commit();
    await slow;
    await sealAll(app);
    expect((await links()).length).toBe(before + 2);
    await expectWholeChain();
  });

  it('links hundreds of parallel writers without a gap, whoever of several sealers does it', async () => {
    let writing = true;
    const sealers = [1, 2, 3, 4].map(async () => {
      while (writing) await app.get(SealEntries).execute();
    });
    const writers = Array.from({ length: 400 }, (_, n) => noteOne(app, { n }));
    await Promise.all(writers);
    writing = false;
    await Promise.all(sealers);
    await sealAll(app);
    await expectWholeChain();
  });

  it('passes over what is linked already, as after a restore, and over what is gone', async () => {
    const before = (await links()).length;
    await app.asOwner('INSERT INTO audit_unsealed SELECT id FROM audit_entry ON CONFLICT DO NOTHING');
    await app.asOwner(`INSERT INTO audit_unsealed VALUES ('${newId()}')`);
    await noteOne(app);
    await sealAll(app);
    expect((await links()).length).toBe(before + 1);
    await expectWholeChain();
  });

  it('is refused by the database when a link does not follow the one before', async () => {
    await noteOne(app);
    const forged = (sequence: string, previous: string) =>
      app.db.query(
        `INSERT INTO audit_link (sequence, entry_id, entry_sha256, previous_sha256, link_sha256, sealed_at)
         SELECT ${sequence}, u.entry_id, sha256('x'), ${previous}, sha256('y'), '2026-01-01' FROM audit_unsealed u`,
      );
    const head = '(SELECT max(sequence) FROM audit_link)';
    await expect(forged(`${head} + 1`, `sha256('z')`)).rejects.toThrow('follows the one before');
    const last = `(SELECT link_sha256 FROM audit_link WHERE sequence = ${head})`;
    await expect(forged(`${head} + 2`, last)).rejects.toThrow('follows the one before');
    await sealAll(app);
    await expectWholeChain();
  });

  it('takes no number that JSON cannot hold, for it would have no canonical form', async () => {
    const huge = `INSERT INTO audit_entry (id, at, actor, action, subject_type, subject_id, payload)
                  VALUES (gen_random_uuid(), '2026-01-01', 'system:trial', 'trial.done', 'trial', gen_random_uuid(),
                          '{"deep":[{"n":1e400}]}')`;
    await expect(app.db.query(huge)).rejects.toThrow('audit_entry_payload_check');
  });
});
