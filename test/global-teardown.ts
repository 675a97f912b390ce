import type { DatabaseBroker } from './support/database-broker';

/** Stops the throw-away database server, if a test made it start. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis as { databaseBroker?: DatabaseBroker }).databaseBroker?.stop();
}
