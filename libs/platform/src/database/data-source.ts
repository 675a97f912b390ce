import { join } from 'node:path';
import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';

const { builtins } = types;
// A calendar date has no time and no zone, so it stays text; figures are bounded so that a number holds them exactly.
types.setTypeParser(builtins.DATE, (text) => text);
types.setTypeParser(builtins.NUMERIC, Number);
types.setTypeParser(builtins.INT8, Number);

/** Connections a process keeps; api and worker side by side stay far below the server's limit. */
export const POOL_SIZE = 20;
const CONNECTION_PATIENCE_MS = 15_000;

/**
 * For connections behind which somebody waits: a statement that takes longer is a mistake or an attack, and a lock that
 * is not free by then is told rather than waited for. Migrations, the planner and the commands take their time.
 */
const HURRY = '-c statement_timeout=30s -c lock_timeout=10s';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** Options of the connection; entities come from the features, migrations from the root folder. */
export function dataSourceOptions(
  url: string,
  entities: PostgresOptions['entities'] = [],
  hurried = false,
): PostgresOptions {
  return {
    type: 'postgres',
    url,
    entities,
    migrations: [join(__dirname, '../../../../migrations/*.{js,ts}')],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize: POOL_SIZE,
    extra: {
      options: `-c TimeZone=UTC -c idle_in_transaction_session_timeout=120s${hurried ? ` ${HURRY}` : ''}`,
      application_name: 'mithaq',
      keepAlive: true,
      // Who finds every connection taken is told so, rather than made to wait without end.
      connectionTimeoutMillis: CONNECTION_PATIENCE_MS,
    },
    // A failed statement reaches the log through its error; its parameters may be personal and never do.
    logging: false,
  };
}
