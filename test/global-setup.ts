import { quickFolder } from './passes/quick-folder.cjs';
import { startDatabaseBroker } from './support/database-broker';

/** Announces the broker of test databases to the workers; the server itself starts when a test asks for one. */
export default async function globalSetup(): Promise<void> {
  process.env.TMPDIR = quickFolder();
  const broker = await startDatabaseBroker();
  process.env.TEST_DATABASE_BROKER = broker.url;
  (globalThis as { databaseBroker?: typeof broker }).databaseBroker = broker;
}
