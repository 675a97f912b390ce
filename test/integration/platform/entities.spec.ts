import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataSource, type DataSourceOptions, type EntityMetadata } from 'typeorm';
import { dataSourceOptions } from '../../../libs/platform/src/database/data-source';
import { createTestDatabase, type TestDatabase } from '../../support/database';

const LIBS = resolve(__dirname, '../../../libs');

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  fills_itself: boolean;
}

function entityFiles(): string[] {
  return readdirSync(LIBS, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/persistence\/[^/]+\.entit(y|ies)\.ts$/.test(file))
    .map((file) => join(LIBS, file));
}

/** Every class that the entity files of the features export. */
function entityClasses(): DataSourceOptions['entities'] {
  return entityFiles()
    .flatMap((file) => Object.values(jest.requireActual<Record<string, unknown>>(file)))
    .filter((exported): exported is () => unknown => typeof exported === 'function');
}

describe('the entities', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let columns: Column[];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.ownerUrl, entityClasses())).initialize();
    columns = await dataSource.query(
      `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type,
              NOT a.attnotnull AS nullable,
              NOT a.attnotnull OR a.atthasdef OR a.attidentity <> '' OR a.attgenerated <> '' AS fills_itself
         FROM pg_attribute a
         JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm')
        WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped`,
    );
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** One line for each column that entity and table see differently. */
  function differencesOf(entity: EntityMetadata): string[] {
    const inTable = new Map(
      columns.filter(({ table }) => table === entity.tableName).map((one) => [one.name, one]),
    );
    const found: string[] = [];
    for (const mapped of entity.columns) {
      const label = `${entity.tableName}.${mapped.databaseName}`;
      const column = inTable.get(mapped.databaseName);
      inTable.delete(mapped.databaseName);
      const type = dataSource.driver.normalizeType(mapped) + (mapped.isArray ? '[]' : '');
      if (!column) found.push(`${label}: not in the table`);
      else if (column.type !== type)
        found.push(`${label}: ${type} in the entity, ${column.type} in the table`);
      else if (column.nullable !== mapped.isNullable) {
        found.push(`${label}: ${column.nullable ? 'may' : 'may not'} be null in the table`);
      }
    }
    const forgotten = [...inTable.values()].filter((column) => !column.fills_itself);
    return [...found, ...forgotten.map(({ table, name }) => `${table}.${name}: not in the entity`)];
  }

  it('say what the migrations made', () => {
    expect(dataSource.entityMetadatas.length).toBeGreaterThan(0);
    expect(dataSource.entityMetadatas.flatMap(differencesOf)).toEqual([]);
  });
});
