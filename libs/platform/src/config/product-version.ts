import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from './project-root';

/** The version of the register that runs here, as its package says. */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(join(findProjectRoot(), 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
