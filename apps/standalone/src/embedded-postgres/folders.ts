import { join, resolve } from 'node:path';

export interface Folders {
  readonly dataDir: string;
  /** Everything of the server: the cluster, its log, the lock of a start under way. */
  readonly server: string;
  readonly cluster: string;
  readonly log: string;
  readonly startLock: string;
  readonly postmasterFile: string;
}

export function foldersOf(dataDirectory: string): Folders {
  const dataDir = resolve(dataDirectory);
  const server = join(dataDir, 'postgres');
  const cluster = join(server, 'data');
  return {
    dataDir,
    server,
    cluster,
    log: join(server, 'server.log'),
    startLock: join(server, 'start.lock'),
    postmasterFile: join(cluster, 'postmaster.pid'),
  };
}
