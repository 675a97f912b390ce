import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const CONFIG = join(ROOT, 'apps/web/.dependency-cruiser.cjs');

/** The file, what it imports, and the one rule it breaks. */
const FAILING: readonly (readonly [string, string, string])[] = [
  ['src/register/a.ts', '../../../../libs/kernel/src/index', 'speaks-through-the-api'],
  ['src/ui/b.ts', '../register/page', 'ui-knows-no-page'],
  ['src/register/c.ts', '../staff/page', 'public-pages-stay-light'],
  ['src/staff/d.ts', './nowhere', 'resolvable'],
  ['src/staff/e.ts', './f', 'no-circles'],
];

const ALLOWED: readonly (readonly [string, string])[] = [
  ['src/register/v.ts', '../ui/field'],
  ['src/staff/w.ts', '../register/page'],
  ['src/ui/x.ts', '../app/services'],
];

describe('the import rules of the web application', () => {
  let root: string;
  let broken: Map<string, string[]>;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'mithaq-web-imports-'));
    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    };
    for (const file of ['register/page', 'staff/page', 'ui/field', 'app/services']) {
      write(`apps/web/src/${file}.ts`, 'export {};\n');
    }
    write('apps/web/src/staff/f.ts', "import './e';\n");
    write('libs/kernel/src/index.ts', 'export {};\n');
    write('apps/web/tsconfig.json', '{ "include": ["src"] }');
    for (const [file, specifier] of [...FAILING, ...ALLOWED])
      write(`apps/web/${file}`, `import '${specifier}';\n`);
    broken = cruise(join(root, 'apps/web'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(FAILING)('refuse %s importing %s: %s', (file, _specifier, rule) => {
    expect(broken.get(file)).toEqual([rule]);
  });

  it.each(ALLOWED)('allow %s importing %s', (file) => {
    expect(broken.get(file)).toBeUndefined();
  });

  it('each have a failing example', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(CONFIG);
    const shown = new Set(FAILING.map(([, , rule]) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});

/** The broken rules by file, as dependency-cruiser finds them in a folder. */
function cruise(folder: string): Map<string, string[]> {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', CONFIG, '--output-type', 'json', 'src'],
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  const found = new Map<string, string[]>();
  for (const { from, rule } of summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name]);
  return found;
}
