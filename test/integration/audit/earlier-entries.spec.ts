import { DataSource } from 'typeorm';
import { ExportTrail } from '@app/audit';
import { migrate, newId } from '@app/platform';
import { TrailVerifier } from '../../../apps/standalone/verify-audit.cjs';
import { dataSourceOptions } from '../../../libs/platform/src/database/data-source';
import { AuditChain1764000000015 } from '../../../migrations/1764000000015-audit-chain';
import { noteOne, sealAll } from '../../support/trail';
import { type UseCases, startUseCases } from '../../support/use-cases';

let app: UseCases;
beforeAll(async () => {
  app = await startUseCases({ modules: [], entities: [], now: new Date().toISOString() });
});
afterAll(() => app.close());

/** Takes back all migrations down to one, that one included. */
async function undoTo(owner: DataSource, name: string): Promise<void> {
  const applied = async () => {
    const rows = await owner.query<{ name: string }[]>('SELECT name FROM schema_migration');
    return rows.some((row) => row.name === name);
  };
  while (await applied()) await owner.undoLastMigration();
}

describe('entries that were written before there was a chain', () => {
  it('are sealed first, in the order in which they were written', async () => {
    const owner = await new DataSource(dataSourceOptions(app.ownerUrl)).initialize();
    const earlier = [newId(), newId(), newId()];
    const runner = owner.createQueryRunner();
    try {
      await undoTo(owner, new AuditChain1764000000015().name);
      for (const id of earlier) {
        await runner.query(
          `INSERT INTO audit_entry (id, at, actor, action, subject_type, subject_id, payload)
           VALUES ($1, now(), 'system:trial', 'trial.done', 'trial', $1, '{"note": "as before", "days": 2}')`,
          [id],
        );
      }
    } finally {
      await runner.release();
      await owner.destroy();
    }
    await migrate({ ownerUrl: app.ownerUrl, appUrl: app.appUrl, log: () => undefined });
    await noteOne(app, { n: 1 });
    await sealAll(app);

    const sealed = await app.db.query<{ id: string }[]>(
      'SELECT entry_id AS id FROM audit_link ORDER BY sequence',
    );
    expect(sealed.map(({ id }) => id).slice(0, 3)).toEqual(earlier);
    const verifier = new TrailVerifier();
    await app.get(ExportTrail).execute((lines) => {
      for (const line of lines) verifier.take(line);
      return Promise.resolve();
    });
    expect(verifier.finish()).toMatchObject({ firstFault: null, sound: true, entries: 4 });
  });
});
