import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { APART_FROM_SERVER, FOLDER, withoutThem } from './apart-from-server.cjs';

describe('the tests that run on PostgreSQL 15 too', () => {
  it('leave out what is there, named once and in order', () => {
    expect(APART_FROM_SERVER.filter((name) => !existsSync(join(FOLDER, name)))).toEqual([]);
    expect([...new Set(APART_FROM_SERVER)].sort()).toEqual(APART_FROM_SERVER);
  });

  it('are all others of the folder', () => {
    const list = (...args: string[]) =>
      execFileSync(process.execPath, [require.resolve('jest/bin/jest'), '--listTests', ...args], {
        encoding: 'utf8',
      })
        .trim()
        .split('\n')
        .map((file) => relative(FOLDER, file));
    const leftOut = (file: string) =>
      APART_FROM_SERVER.some((name) => file === name || file.startsWith(`${name}/`));
    const expected = list(`${FOLDER}/`).filter((file) => !leftOut(file));
    expect(list(...withoutThem()).sort()).toEqual(expected.sort());
    expect(expected).toContain('permissions/row-security.spec.ts');
  });
});
