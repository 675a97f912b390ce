import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/database';

describe('a test database', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.appUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('is the file’s own', async () => {
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    expect(rows).toEqual([{ name: database.name }]);
  });

  it('lets the application make no tables', async () => {
    await expect(client.query('CREATE TABLE public.of_the_application (id int)')).rejects.toMatchObject({
      code: '42501',
    });
  });
});
