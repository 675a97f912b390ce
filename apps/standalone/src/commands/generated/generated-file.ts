import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProjectRoot } from '@app/platform';

/** Writes a generated file of the project, or only says whether it is current; returns the exit code. */
export function keepGenerated(
  path: string,
  content: string,
  { command, check }: { readonly command: string; readonly check: boolean },
): number {
  const file = join(findProjectRoot(), path);
  if (!check) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return 0;
  }
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return 0;
  console.error(`${path} is not what the code says: run npm run ${command} and read the difference.`);
  return 1;
}
