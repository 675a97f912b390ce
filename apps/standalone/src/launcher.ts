import { join, resolve } from 'node:path';
import {
  forgetClockOffset,
  loadSettings,
  migrate,
  readClockOffset,
  replaceSettings,
  type Settings,
} from '@app/platform';
import { OwnProcess, type Environment } from './child-process';
import { refuseIfInUse, stateOf, takeDataDirectory } from './data-directory';
import { startEmbeddedPostgres, type EmbeddedServer } from './embedded-postgres';
import { requireFreePort } from './free-port';
import { progress } from './progress';
import { isRefusal, StartRefused } from './refusal';
import { StopRequest } from './stop-request';
import { Supervisor, type Program } from './supervisor';

/** What the launcher puts together; a test replaces the parts it is not about. */
export interface Parts {
  readonly migrate: typeof migrate;
  /** A program that loads the first content into an empty register and ends with exit code 0. */
  readonly firstContent: string;
  readonly programs: readonly Program[];
}

const APPS = resolve(__dirname, '../..');
const PARTS: Parts = {
  migrate,
  firstContent: join(__dirname, 'first-content.js'),
  programs: [
    { name: 'api', file: join(APPS, 'api/src/main.js') },
    { name: 'worker', file: join(APPS, 'worker/src/main.js') },
  ],
};

const PORT_PATIENCE = 15_000;
const SERVER_INSPECTION = 1000;

interface Database {
  readonly appUrl: string;
  readonly ownerUrl: string | null;
  readonly server?: EmbeddedServer;
}

/** The operator stopped a start that was not finished: everything that runs is stopped, and that is no failure. */
class Stopped extends Error {}

/** What was said behind `npm start --`. */
export interface StartWishes {
  /** Whether the accounts of a demonstration are opened; else they are closed. */
  readonly demo: boolean;
}

/** Everything behind `npm start`; returns the exit code. */
export async function main(env: Environment, wishes: StartWishes, parts: Parts = PARTS): Promise<number> {
  // A reader that goes away (`npm start | head`) must not bring the register down.
  process.stdout.on('error', () => undefined);
  const launch = new Launch(env, wishes, parts);
  try {
    return await launch.run();
  } catch (error) {
    if (error instanceof Stopped) return 0;
    if (!isRefusal(error)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await launch.undo();
  }
}

class Launch {
  private readonly stop = new StopRequest();
  /** How to take back what was started, latest first. */
  private readonly started: (() => Promise<void> | void)[] = [];

  constructor(
    private readonly env: Environment,
    private readonly wishes: StartWishes,
    private readonly parts: Parts,
  ) {}

  async run(): Promise<number> {
    const settings = loadSettings(this.env);
    if (this.env['npm_lifecycle_event'] !== undefined) this.stop.makeWhenParentIsGone();
    await refuseIfInUse(settings.dataDir);
    await requireFreePort(
      settings.host,
      settings.port,
      stateOf(settings.dataDir).leftBehind ? PORT_PATIENCE : 0,
    );
    const lock = takeDataDirectory(settings.dataDir);
    this.started.push(() => lock.release());
    forgetClockOffset(settings);
    readClockOffset(settings);
    for (const warning of settings.warnings) progress(warning);

    const database = await this.openDatabase(settings);
    const env = environmentOf(this.env, settings, database);
    if (!settings.isProduction) await this.fill(database, env);

    progress('starting api and worker');
    const supervisor = this.supervise(env);
    await this.unlessStopped(() => supervisor.start(withMetricsPorts(this.parts.programs, settings)));
    console.log(`READY http://127.0.0.1:${settings.port}`);

    const sentence = await Promise.race([
      this.stop.made.then(() => undefined),
      supervisor.gaveUp,
      this.databaseGone(database),
    ]);
    if (sentence !== undefined) throw new StartRefused(sentence);
    return 0;
  }

  async undo(): Promise<void> {
    if (this.stop.isMade) progress('stopping');
    for (const takeBack of this.started.reverse()) {
      // One that fails must not leave the others running.
      await Promise.resolve()
        .then(takeBack)
        .catch((error: Error) => console.error(error.message));
    }
  }

  private async openDatabase(settings: Settings): Promise<Database> {
    if (settings.databaseUrl !== null) {
      return { appUrl: settings.databaseUrl, ownerUrl: settings.databaseOwnerUrl };
    }
    progress('starting the database');
    const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, log: progress });
    this.started.push(() => server.stop({ hurry: this.stop.isHurried }));
    this.stop.whenHurried(() => void server.stop({ hurry: true }));
    return { appUrl: server.appUrl, ownerUrl: server.ownerUrl, server };
  }

  /** Schema and first content: for a start on one's own machine, never in production. */
  private async fill({ ownerUrl, appUrl }: Database, env: Environment): Promise<void> {
    if (ownerUrl === null) {
      progress(
        'DATABASE_OWNER_URL is not set: the schema is taken as it is (npm run migrate brings it up to date)',
      );
    } else {
      progress('bringing the schema up to date');
      await this.unlessStopped(() => this.parts.migrate({ ownerUrl, appUrl, log: progress }));
    }
    progress('looking for first content to load');
    const loader = new OwnProcess(this.parts.firstContent, env, progress, this.wishes.demo ? ['--demo'] : []);
    this.started.push(() => loader.stop(5000));
    this.stop.whenHurried(() => loader.kill());
    const how = await this.unlessStopped(() => loader.ended);
    if (how !== 'exit code 0') throw new StartRefused(`The first content could not be loaded (${how}).`);
  }

  private supervise(env: Environment): Supervisor {
    const supervisor = new Supervisor({ env, log: progress });
    this.started.push(() => supervisor.stop());
    this.stop.whenHurried(() => supervisor.kill());
    return supervisor;
  }

  private async unlessStopped<T>(work: () => Promise<T>): Promise<T> {
    if (this.stop.isMade) throw new Stopped();
    const stopped = this.stop.made.then(() => Promise.reject(new Stopped()));
    return Promise.race([work(), stopped]);
  }

  private databaseGone({ server }: Database): Promise<string> {
    return new Promise((resolveGone) => {
      if (server === undefined) return;
      const inspection = setInterval(() => {
        if (server.isRunning() || this.stop.isMade) return;
        clearInterval(inspection);
        resolveGone('The database server is gone: everything was stopped, the next start recovers it.');
      }, SERVER_INSPECTION);
      this.started.push(() => clearInterval(inspection));
    });
  }
}

/** Each program on a port of its own: the api on the one that is set, the worker on the next. */
function withMetricsPorts(programs: readonly Program[], { metricsPort }: Settings): readonly Program[] {
  if (metricsPort === null) return programs;
  return programs.map((program, index) => ({
    ...program,
    env: { METRICS_PORT: String(metricsPort + index) },
  }));
}

/** Api and worker see the application's role only: whoever gets hold of one of them cannot change the schema. */
function environmentOf(env: Environment, settings: Settings, database: Database): Environment {
  return replaceSettings(env, {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: undefined,
    DATA_DIR: settings.dataDir,
    PORT: String(settings.port),
  });
}
