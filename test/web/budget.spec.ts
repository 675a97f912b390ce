import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const CLIENT = join(__dirname, '../../dist/web/client');

/** Most compressed script that the public register loads at first, in bytes. */
const BUDGET = 200_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** The built script: `npm test` and `npm start` build it before. */
describe('the first load of the public register', () => {
  const manifest = JSON.parse(readFileSync(join(CLIENT, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;

  it.each(['ar', 'fr', 'en'])('stays below its budget of script in %s', (language) => {
    const files = new Set<string>();
    const collect = (name: string): void => {
      const chunk = manifest[name];
      if (!chunk) throw new Error(`the build has no ${name}`);
      if (files.has(chunk.file)) return;
      files.add(chunk.file);
      chunk.imports?.forEach(collect);
    };
    ['index.html', `src/i18n/public/${language}.ts`].forEach(collect);
    const bytes = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(CLIENT, file))).length,
      0,
    );
    expect(bytes).toBeLessThan(BUDGET);
    // Less than a page needs to say anything would mean that the wrong files were counted.
    expect(bytes).toBeGreaterThan(50_000);
  });
});
