import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Parts of platform that a room has nothing to do with. They all come through the one index of platform, so the
 * import rules, which see files, cannot tell them apart. Types carry no behaviour and are free.
 */
export const CLOSED_TO: Readonly<Record<string, readonly string[]>> = {
  persistence: ['http', 'mail', 'openid', 'outbox', 'queue'],
  http: ['database', 'mail', 'openid', 'outbox', 'queue'],
  jobs: ['http', 'mail', 'openid'],
};

const EXPORTED_VALUE = /^export (?:abstract )?(?:async )?(?:class|function|const|enum) (\w+)/gm;
const FROM_PLATFORM = /import \{([^}]*)\} from '@app\/platform'/g;

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
}

/** The folder of platform behind each class, function and constant that it exports. */
export function partsOfPlatform(libs: string): Map<string, string> {
  const root = join(libs, 'platform/src');
  const parts = new Map<string, string>();
  for (const file of sourcesUnder(root)) {
    const [part = ''] = file.split(sep);
    for (const [, name = ''] of readFileSync(join(root, file), 'utf8').matchAll(EXPORTED_VALUE))
      parts.set(name, part);
  }
  return parts;
}

/** One line for each name that a file of the room imports from a part closed to it. */
export function strangersIn(room: string, source: string, parts: ReadonlyMap<string, string>): string[] {
  return [...source.matchAll(FROM_PLATFORM)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => CLOSED_TO[room]?.includes(parts.get(name) ?? ''));
}

/** The same for every feature, by file. */
export function strangersByFile(libs: string): Record<string, string[]> {
  const parts = partsOfPlatform(libs);
  const found = sourcesUnder(libs).map((file) => {
    const [feature, , room = ''] = file.split(sep);
    const closed = feature !== 'platform' && room in CLOSED_TO;
    return [file, closed ? strangersIn(room, readFileSync(join(libs, file), 'utf8'), parts) : []] as const;
  });
  return Object.fromEntries(found.filter(([, strangers]) => strangers.length > 0));
}
