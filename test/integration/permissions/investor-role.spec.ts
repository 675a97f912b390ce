import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { loadSettings, migrate } from '@app/platform';
import { createApi } from '../../../apps/api/src/create-api';
import { signInAs } from '../../support/accounts';
import type { TestApi } from '../../support/application';
import { type TestDatabase, createTestDatabase } from '../../support/database';
import { generateRegister } from '../../support/generated-register';

const PATIENCE = 120_000;
const APP = `mithaq_other_${process.pid}`;

/** A register whose application has a role of its own name, which nobody let take on the investors' role. */
describe('a database in which nobody made the investors’ role usable', () => {
  let database: TestDatabase;
  let appUrl: string;
  let app: NestFastifyApplication;
  const lines: string[] = [];

  const migrateAgain = () =>
    migrate({ ownerUrl: database.ownerUrl, appUrl, log: (line) => lines.push(line) });
  const policies = async () => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query('SELECT oid, polname FROM pg_policy ORDER BY oid');
    await client.end();
    return rows;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.asSuperuser(`CREATE ROLE ${APP} LOGIN PASSWORD '${APP}'`);
    await database.asSuperuser(`GRANT CONNECT ON DATABASE ${database.name} TO ${APP}`);
    const url = new URL(database.appUrl);
    url.username = APP;
    url.password = APP;
    appUrl = url.toString();
    await migrateAgain();
    app = await createApi(loadSettings({ NODE_ENV: 'test', DATABASE_URL: appUrl, LOG_LEVEL: 'error' }));
  }, PATIENCE);
  afterAll(async () => {
    await app.close();
    await database.asSuperuser(`DROP OWNED BY ${APP}`);
    await database.asSuperuser(`DROP ROLE ${APP}`);
    await database.drop();
  });

  const ask = async (cookie: string, url: string) => {
    const answer = await app.inject({ method: 'GET', url, headers: { cookie, 'accept-language': 'en' } });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };

  it('is migrated all the same, and told which statements are missing', () => {
    expect(lines.join('\n')).toContain(`GRANT mithaq_investor TO "${APP}";`);
    expect(lines.join('\n')).toContain('CREATE ROLE mithaq_investor NOLOGIN;');
  });

  it('serves staff and refuses investors, until the role is granted', async () => {
    const api = { dataSource: app.get(DataSource) } as TestApi;
    await api.dataSource.query(
      `INSERT INTO organisation (id, name_en, kind, search_source)
       VALUES ('01900000-9999-7000-8000-000000000001', 'Atlas', 'company', 'Atlas')`,
    );
    const staff = await signInAs(api, { grants: [{ role: 'officer', scope: { kind: 'country' } }] });
    const investor = await signInAs(api, {
      grants: [
        {
          role: 'investor_editor',
          scope: { kind: 'organisation', organisationId: '01900000-9999-7000-8000-000000000001' },
        },
      ],
    });
    expect((await ask(staff.cookie, '/api/v1/organisations')).body.total).toBe(1);
    for (const path of ['organisations', 'agreements', 'session', 'summary', 'regions']) {
      const refused = await ask(investor.cookie, `/api/v1/${path}`);
      expect([refused.status, refused.body.code]).toEqual([503, 'investors_unavailable']);
      expect(refused.body.title).toContain('representatives of organisations');
    }
    await database.asSuperuser(`GRANT mithaq_investor TO ${APP}`);
    expect((await ask(investor.cookie, '/api/v1/organisations')).body.total).toBe(1);
    expect((await ask(investor.cookie, '/api/v1/session')).status).toBe(200);
  });

  it('is left alone by a second migration', async () => {
    const before = await policies();
    lines.length = 0;
    await migrateAgain();
    expect(await policies()).toEqual(before);
    expect(lines).toEqual([]);
  });

  describe('what staff ask', () => {
    let client: Client;
    beforeAll(async () => {
      const owner = new Client({ connectionString: database.ownerUrl });
      await owner.connect();
      await generateRegister(owner, { agreements: 2000, documents: false });
      await owner.end();
      client = new Client({ connectionString: appUrl });
      await client.connect();
    }, PATIENCE);
    afterAll(() => client.end());

    const planOf = async (statement: string) => {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };

    // Operators that are not leakproof reach an index only where no policy has to be asked first.
    it.each([
      [
        'agreement_search',
        "SELECT id FROM agreement a WHERE a.search LIKE '%' || fold_text('zellige') || '%'",
      ],
      ['agreement_sectors', "SELECT id FROM agreement a WHERE a.sector_codes @> ARRAY['ITO']"],
      ['agreement_tags', "SELECT id FROM agreement a WHERE a.tags @> ARRAY['watch']"],
      [
        'commitment_search',
        "SELECT id FROM commitment c WHERE c.search LIKE '%' || fold_text('zellige') || '%'",
      ],
      ['commitment_regions', "SELECT id FROM commitment c WHERE c.region_codes @> ARRAY['MA-01']"],
      ['organisation_search', "SELECT id FROM organisation o WHERE o.search LIKE '%zellige%'"],
      ['source_search', "SELECT id FROM source s WHERE s.search LIKE '%press%'"],
      ['agreement_by_time', 'SELECT id FROM agreement ORDER BY recorded_at, id LIMIT 50'],
      [
        'commitment_by_deadline',
        "SELECT id FROM commitment ORDER BY coalesce(last_day, 'infinity'::date), id LIMIT 50",
      ],
    ])('finds by the index %s, although rows are secured', async (index, statement) => {
      await client.query('SET enable_seqscan = off');
      const plan = await planOf(statement);
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/SubPlan|agreements_of_investor/);
    });
  });
});
