import { Client } from 'pg';
import { AGREEMENTS_ENTITIES, AgreementsModule, SearchImpossible } from '@app/agreements';
import { IDENTITY_ENTITIES, IdentityModule } from '@app/identity';
import { ORGANISATIONS_ENTITIES } from '@app/organisations';
import { REFERENCE_ENTITIES, ReferenceModule } from '@app/reference';
import { IMPOSSIBLE_QUERIES } from '../../../libs/agreements/src/persistence/impossible';
import { IMPOSSIBLE_CASES } from '../../support/impossible-cases';
import { generateRegister, generatedId } from '../../support/generated-register';
import { type UseCases, startUseCases } from '../../support/use-cases';

/** Each case breaks agreements of its own, three numbers apart. */
const APART = 3;
const AGREEMENTS = IMPOSSIBLE_CASES.length * APART + APART;

/** What the search is for has got past the constraints; here they are out of its way. */
const NO_CONSTRAINTS = `
  DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT conrelid::regclass AS of, conname AS name FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f') LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.of, one.name);
    END LOOP;
    FOR one IN SELECT DISTINCT tgrelid::regclass AS of FROM pg_trigger WHERE NOT tgisinternal LOOP
      EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', one.of);
    END LOOP;
  END $$`;

let app: UseCases;
let owner: Client;

beforeAll(async () => {
  app = await startUseCases({
    modules: [IdentityModule, ReferenceModule, AgreementsModule],
    entities: [
      ...AGREEMENTS_ENTITIES,
      ...ORGANISATIONS_ENTITIES,
      ...IDENTITY_ENTITIES,
      ...REFERENCE_ENTITIES,
    ],
  });
  owner = new Client({ connectionString: app.ownerUrl });
  await owner.connect();
  await generateRegister(owner, { agreements: AGREEMENTS });
  // What is stated in the generated register is signed before it is recorded.
  await owner.query(`UPDATE agreement SET signed_first_day = '2013-06-30', signed_last_day = '2013-06-30',
    signed_stated = '2013-06-30' WHERE signed_first_day > '2014-12-31'`);
  await owner.query(`UPDATE agreement_version v SET document = jsonb_set(v.document, '{signing,date,stated}',
    to_jsonb(a.signed_stated)) FROM agreement a WHERE a.id = v.agreement_id`);
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

const search = () => app.get(SearchImpossible).execute();

async function open(): Promise<{ query: string; agreement_id: string; detail: string }[]> {
  return app.db.query(
    'SELECT query, agreement_id, detail FROM finding WHERE resolved_on IS NULL ORDER BY query, subject_id',
  );
}

describe('the nightly search for data that cannot be', () => {
  it('finds nothing in a register that holds together', async () => {
    const run = await search();
    expect(run.failed).toEqual({});
    expect(Object.keys(run.found).sort()).toEqual(IMPOSSIBLE_QUERIES.map(({ name }) => name).sort());
    expect(await open()).toEqual([]);
  });

  it('asks each query once a day', async () => {
    const [before] = await app.db.query<object[]>('SELECT * FROM finding_run');
    await Promise.all([search(), search()]);
    expect(await app.db.query('SELECT * FROM finding_run')).toEqual([before]);
    expect(await app.db.query(`SELECT FROM audit_entry WHERE action = 'findings.searched'`)).toHaveLength(1);
  });

  it('finds with each query what it is for, and nothing where it is not', async () => {
    await owner.query(NO_CONSTRAINTS);
    for (const [index, { sql }] of IMPOSSIBLE_CASES.entries()) {
      const n = (index + 1) * APART;
      await owner.query('BEGIN');
      for (const statement of sql({
        agreement: generatedId('agreement', n),
        commitment: generatedId('commitment', (n - 1) * 3 + 1),
        part: generatedId('commitment', (n - 1) * 3 + 2),
      })) {
        await owner.query(statement);
      }
      await owner.query('COMMIT');
    }
    app.clock.setTo('2026-11-24T00:10:00Z');
    expect((await search()).failed).toEqual({});
    const found = await open();
    for (const [index, { query }] of IMPOSSIBLE_CASES.entries()) {
      const broken = generatedId('agreement', (index + 1) * APART);
      expect(found.filter((one) => one.query === query).map((one) => one.agreement_id)).toContain(broken);
    }
    expect(IMPOSSIBLE_CASES.map(({ query }) => query).sort()).toEqual(
      IMPOSSIBLE_QUERIES.map(({ name }) => name).sort(),
    );
    const touched = new Set(
      IMPOSSIBLE_CASES.map((_, index) => generatedId('agreement', (index + 1) * APART)),
    );
    expect(found.filter(({ agreement_id }) => !touched.has(agreement_id))).toEqual([]);
  });

  it('resolves by itself what is no longer there, and opens anew what comes back', async () => {
    const index = IMPOSSIBLE_CASES.findIndex(({ query }) => query === 'signed_without_party');
    const id = generatedId('agreement', (index + 1) * APART);
    const answer = (absence: string | null) =>
      owner.query('UPDATE agreement SET parties_absence = $2 WHERE id = $1', [id, absence]);
    const history = () =>
      app.db.query(
        `SELECT first_seen_on::text AS first, last_seen_on::text AS last, resolved_on::text AS resolved FROM finding
          WHERE query = 'signed_without_party' AND agreement_id = $1 ORDER BY first_seen_on`,
        [id],
      );
    await answer('not_published');
    app.clock.setTo('2026-11-26T00:10:00Z');
    await search();
    expect(await history()).toEqual([{ first: '2026-11-24', last: '2026-11-24', resolved: '2026-11-26' }]);
    await answer(null);
    app.clock.setTo('2026-11-27T00:10:00Z');
    await search();
    app.clock.setTo('2026-11-28T00:10:00Z');
    await search();
    expect(await history()).toEqual([
      { first: '2026-11-24', last: '2026-11-24', resolved: '2026-11-26' },
      { first: '2026-11-27', last: '2026-11-28', resolved: null },
    ]);
  });

  it('goes on when a query fails, says so, and tries that one again', async () => {
    app.clock.setTo('2026-11-29T00:10:00Z');
    const before = await open();
    const broken = { name: 'signed_without_party', severity: 'doubtful', sql: 'SELECT 1 / 0' } as const;
    const queries = [broken, ...IMPOSSIBLE_QUERIES.filter(({ name }) => name !== 'signed_without_party')];
    const run = await app.get(SearchImpossible).execute(queries);
    expect(run.failed).toEqual({ signed_without_party: expect.stringContaining('agreement_id') as string });
    expect(Object.keys(run.found)).toHaveLength(IMPOSSIBLE_QUERIES.length - 1);
    expect(await open()).toEqual(before);
    const again = await search();
    expect(again.failed).toEqual({});
    expect(Object.keys(again.found)).toHaveLength(IMPOSSIBLE_QUERIES.length);
  });
});
