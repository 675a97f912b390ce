import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the checkout or image: the nearest one above this file that holds the Nest configuration. */
export function findProjectRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'nest-cli.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`no nest-cli.json above ${__dirname}`);
    folder = above;
  }
  return folder;
}
