import { once } from 'node:events';
import { createServer } from 'node:http';
import { Client } from 'pg';

/**
 * Stands in for api and worker: connects as the application, serves on PORT when told to, says that it is ready once
 * it does, and leaves in order on SIGTERM and when the launcher goes away. `STAND_IN_CRASH=loop` dies again and again,
 * `STAND_IN_LEAVE=never` ignores SIGTERM.
 */
async function main(): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('INSERT INTO visit (pid) VALUES ($1)', [process.pid]);
  const server = createServer((_request, response) => response.end(String(process.pid)));
  if (process.argv[1]?.endsWith('api-stand-in.ts')) {
    server.listen(Number(process.env.PORT), '127.0.0.1');
    await once(server, 'listening');
  }

  const leave = (): void => {
    server.close();
    server.closeAllConnections();
    void client.end().finally(() => process.exit(0));
  };
  process.on('SIGTERM', process.env.STAND_IN_LEAVE === 'never' ? () => undefined : leave);
  process.on('disconnect', leave);
  process.on('SIGINT', () => console.log('the terminal interrupted a program'));
  process.send?.({ type: 'ready' });
  if (process.env.STAND_IN_CRASH === 'loop') process.exit(3);
}

void main();
