import { setTimeout as sleep } from 'node:timers/promises';
import { migrate, type Settings } from '@app/platform';
import { stateOf, takeDataDirectory } from './data-directory';
import { findEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';
import { StartRefused } from './refusal';

export interface RegisterDatabase {
  readonly appUrl: string;
  /** Null when only the application's role is known. */
  readonly ownerUrl: string | null;
  /** Ends what was started for this command alone; nothing when the register runs anyway. */
  close(): Promise<void>;
}

const STARTING_PATIENCE = 60_000;

/**
 * The register's database for a command: the configured one, else the embedded server of a running `npm start`,
 * else that server started for the command alone, with its schema brought up to date.
 */
export async function openRegisterDatabase(
  settings: Settings,
  log: (line: string) => void,
): Promise<RegisterDatabase> {
  const nothing = (): Promise<void> => Promise.resolve();
  if (settings.databaseUrl !== null) {
    return { appUrl: settings.databaseUrl, ownerUrl: settings.databaseOwnerUrl, close: nothing };
  }
  const running = await runningServer(settings.dataDir);
  if (running !== undefined) return { ...running, close: nothing };

  const lock = takeDataDirectory(settings.dataDir);
  try {
    const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, log });
    const close = async (): Promise<void> => {
      await server.stop();
      lock.release();
    };
    try {
      await migrate({ ownerUrl: server.ownerUrl, appUrl: server.appUrl, log });
    } catch (error) {
      await close();
      throw error;
    }
    return { appUrl: server.appUrl, ownerUrl: server.ownerUrl, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The server of a launcher that is alive; a launcher that has just begun is given time to bring it up. */
async function runningServer(dataDir: string): Promise<{ appUrl: string; ownerUrl: string } | undefined> {
  const until = performance.now() + STARTING_PATIENCE;
  for (;;) {
    const { usedBy } = stateOf(dataDir);
    if (usedBy === undefined) return undefined;
    const server = await findEmbeddedPostgres(dataDir);
    if (server !== undefined) return server;
    if (performance.now() > until) {
      throw new StartRefused(`Process ${usedBy} uses ${dataDir} but no database server answers there.`);
    }
    await sleep(200);
  }
}
