import Redis from 'ioredis';

/**
 * The address of an empty Redis database of this worker in the pass that runs on Redis; undefined in the others,
 * where the queue lies in PostgreSQL.
 */
export async function emptyRedisUrl(): Promise<string | undefined> {
  const server = process.env.REDIS_URL;
  if (!server) return undefined;
  const url = new URL(server);
  url.pathname = `/${process.env.JEST_WORKER_ID ?? '1'}`;
  const redis = new Redis(url.toString());
  await redis.flushdb();
  await redis.quit();
  return url.toString();
}
