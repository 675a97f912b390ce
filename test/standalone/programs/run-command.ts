import { main as dbStop } from '../../../apps/standalone/src/commands/db-stop';
import { main as dbUrl } from '../../../apps/standalone/src/commands/db-url';
import { main as migrate } from '../../../apps/standalone/src/commands/migrate';
import { isRefusal } from '../../../apps/standalone/src/refusal';

const COMMANDS: Record<string, typeof dbUrl> = { 'db-url': dbUrl, 'db-stop': dbStop, migrate };

/** A command as `run.cjs` runs it, without a build. */
async function main(): Promise<number> {
  try {
    return (await COMMANDS[process.argv[2] ?? '']?.([], process.env)) ?? 2;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    console.error(error.message);
    return 1;
  }
}

void main().then((code) => process.exit(code));
