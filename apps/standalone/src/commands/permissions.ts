import 'reflect-metadata';
import type { Environment } from '../child-process';
import { describedApi } from './generated/described-api';
import { keepGenerated } from './generated/generated-file';
import { permissionsPage } from './generated/permissions-page';

/** `npm run permissions`: writes who may do what; with `--check` says whether the page is current. */
export async function main(args: string[], env: Environment): Promise<number> {
  const page = permissionsPage(await describedApi(env));
  return keepGenerated('docs/PERMISSIONS.md', page, {
    command: 'permissions',
    check: args.includes('--check'),
  });
}
