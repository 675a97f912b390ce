/** Builds the web application: its client of the API, what browsers load, and what the api renders pages with. */
import { build } from 'vite';
import './generate-client.mjs';

const configFile = new URL('vite.config.mts', import.meta.url).pathname;
const settings = { configFile, logLevel: 'warn' };

await build(settings);
await build({ ...settings, build: { ssr: 'src/entry-server.tsx' } });
