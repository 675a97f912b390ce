import 'reflect-metadata';
import { describedApi } from './generated/described-api';
import { keepGenerated } from './generated/generated-file';
import type { Environment } from '../child-process';

/** `npm run openapi`: writes the description of the interface; with `--check` says whether it is current. */
export async function main(args: string[], env: Environment): Promise<number> {
  const description = `${JSON.stringify(await describedApi(env), null, 2)}\n`;
  return keepGenerated('openapi.json', description, { command: 'openapi', check: args.includes('--check') });
}
