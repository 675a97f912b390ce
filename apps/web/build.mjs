/** Builds the web application: its client of the API, what browsers load, and what the api renders pages with. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import './generate-client.mjs';

const configFile = new URL('vite.config.mts', import.meta.url).pathname;
const settings = { configFile, logLevel: 'warn' };

await build(settings);
await build({ ...settings, build: { ssr: 'src/entry-server.tsx' } });

/** Compressed once here and not at each request; faces are compressed already. */
const assets = new URL('../../dist/web/client/assets/', import.meta.url).pathname;
for (const name of readdirSync(assets).filter((each) => /\.(?:js|css)$/.test(each))) {
  const file = join(assets, name);
  const content = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
  );
}
