import { join } from 'node:path';
import { Client } from 'pg';
import { main } from '../../../apps/standalone/src/launcher';

/** The real launcher with stand-ins for what it launches, so that its own behaviour is what a test sees. */
async function migrate({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS visit (pid integer)');
  await client.query('GRANT SELECT, INSERT ON visit TO mithaq_app');
  await client.end();
}

const demo = process.argv.includes('--demo');

void main(
  process.env,
  { demo },
  {
    migrate,
    firstContent: join(__dirname, 'first-content-stand-in.ts'),
    programs: [
      { name: 'api', file: join(__dirname, 'api-stand-in.ts') },
      { name: 'worker', file: join(__dirname, 'worker-stand-in.ts') },
    ],
  },
).then((code) => process.exit(code));
