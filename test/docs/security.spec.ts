import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, documentText } from './markdown';

const page = documentText('docs/SECURITY.md');
const tests = [
  ...new Set([...page.matchAll(/`((?:test|libs)\/[\w./-]+\.spec\.ts)`/g)].map(([, path]) => path ?? '')),
];

describe('the page on security', () => {
  it('names tests for its threats and requirements', () => {
    expect(tests.length).toBeGreaterThan(20);
  });

  it.each(tests)('%s is there and tests something', (path) => {
    const file = join(ROOT, path);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(/\bexpect\(|\.assert\(/);
  });
});
