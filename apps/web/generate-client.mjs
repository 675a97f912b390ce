/** Writes `.generated/schema.ts` from `openapi.json`: what the web application knows of the API, and all it knows. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const from = new URL('../../openapi.json', import.meta.url);
const to = new URL('.generated/schema.ts', import.meta.url);

mkdirSync(new URL('.', to), { recursive: true });
const written = `// Generated from openapi.json: npm run client\n${astToString(await openapiTS(from))}`;
if (written !== readIfAny(to)) {
  // A build and a check may run beside each other, and neither must read half a file.
  const aside = new URL(`.generated/${process.pid}.tmp`, import.meta.url);
  writeFileSync(aside, written);
  renameSync(aside, to);
}

function readIfAny(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
