/** Writes `.generated/schema.ts` from `openapi.json`: what the web application knows of the API, and all it knows. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const from = new URL('../../openapi.json', import.meta.url);
const to = new URL('.generated/schema.ts', import.meta.url);

mkdirSync(new URL('.', to), { recursive: true });
const written = `// Generated from openapi.json: npm run client\n${astToString(await openapiTS(from))}`;
if (written !== readIfAny(to)) writeFileSync(to, written);

function readIfAny(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
