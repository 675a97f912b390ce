import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const FEATURES =
  'audit identity reference organisations agreements delivery alerts indicators incentives privacy publication'.split(
    ' ',
  );
const ROOMS = ['domain', 'persistence', 'use-cases', 'http', 'jobs'];
const ROOM_OR_WIRING = new RegExp(`/src/(${ROOMS.join('|')}|i18n|index\\.ts|[a-z-]+\\.module\\.ts)$`);
const PACKAGES = [
  '@nestjs/common',
  '@nestjs/swagger',
  '@nestjs/typeorm',
  'bullmq',
  'class-validator',
  'fastify',
  'ioredis',
  'moment-timezone',
  'nodemailer',
  'openid-client',
  'pg',
  'typeorm',
];

/** The file, what it imports, and the one rule it breaks. */
type Example = [file: string, specifier: string, rule: string];

const FAILING: Example[] = [
  ['libs/kernel/src/a.ts', '@app/platform', 'order-kernel'],
  ['libs/platform/src/a.ts', '@app/audit', 'order-platform'],
  ['libs/audit/src/use-cases/a.ts', '@app/identity', 'order-audit'],
  ['libs/identity/src/use-cases/a.ts', '@app/reference', 'order-identity'],
  ['libs/reference/src/use-cases/a.ts', '@app/organisations', 'order-reference'],
  ['libs/organisations/src/use-cases/a.ts', '@app/agreements', 'order-organisations'],
  ['libs/agreements/src/use-cases/a.ts', '@app/delivery', 'order-agreements'],
  ['libs/delivery/src/use-cases/a.ts', '@app/indicators', 'order-delivery'],
  ['libs/alerts/src/use-cases/a.ts', '@app/publication', 'order-alerts'],
  ['libs/indicators/src/use-cases/a.ts', '@app/incentives', 'order-indicators'],
  ['libs/incentives/src/use-cases/a.ts', '@app/indicators', 'order-incentives'],
  ['libs/privacy/src/use-cases/a.ts', '@app/publication', 'order-privacy'],
  ['libs/publication/src/a.module.ts', '../../../apps/api/src/main', 'order-publication'],
  ['libs/delivery/src/domain/b.ts', '../persistence/index', 'room-domain'],
  ['libs/delivery/src/domain/c.ts', '@app/platform', 'room-domain'],
  ['libs/delivery/src/domain/d.ts', '@nestjs/common', 'room-domain'],
  ['libs/delivery/src/domain/e.ts', 'node:fs', 'room-domain'],
  ['libs/delivery/src/persistence/b.ts', '../use-cases/index', 'room-persistence'],
  ['libs/delivery/src/persistence/c.ts', '@app/agreements', 'room-persistence'],
  ['libs/delivery/src/use-cases/b.ts', '../http/index', 'room-use-cases'],
  ['libs/delivery/src/use-cases/c.ts', '../jobs/index', 'room-use-cases'],
  ['libs/delivery/src/http/b.ts', '../persistence/index', 'room-http'],
  ['libs/delivery/src/http/c.ts', '@app/agreements', 'room-http'],
  ['libs/delivery/src/jobs/b.ts', '../domain/index', 'room-jobs'],
  ['libs/delivery/src/jobs/c.ts', '../persistence/index', 'room-jobs'],
  ['libs/kernel/src/b.ts', 'node:crypto', 'kernel-is-alone'],
  ['libs/kernel/src/c.ts', '@nestjs/common', 'kernel-is-alone'],
  ['libs/delivery/src/c.module.ts', '../../agreements/src/use-cases/index', 'through-the-index'],
  ['apps/api/src/a.ts', '../../../libs/agreements/src/use-cases/index', 'through-the-index'],
  ['libs/delivery/src/use-cases/d.ts', '@app/delivery', 'not-through-the-own-index'],
  ['libs/platform/src/http/table.controller.ts', '../persistence/index', 'controllers-ask-use-cases'],
  ['libs/delivery/src/delivery.module.ts', './http/index', 'core-module-without-edges'],
  ['libs/delivery/src/delivery-http.module.ts', './jobs/index', 'http-module-without-jobs'],
  ['libs/delivery/src/delivery-jobs.module.ts', './http/index', 'jobs-module-without-http'],
  ['libs/publication/src/use-cases/b.ts', '@app/alerts', 'nothing-imports-alerts'],
  ['libs/indicators/src/indicators.module.ts', '@app/alerts', 'nothing-imports-alerts'],
  ['libs/delivery/src/persistence/d.ts', 'pg', 'frameworks-in-platform'],
  ['libs/delivery/src/jobs/d.ts', 'bullmq', 'frameworks-in-platform'],
  ['libs/identity/src/use-cases/b.ts', 'openid-client', 'frameworks-in-platform'],
  ['apps/api/src/b.ts', 'bullmq', 'frameworks-in-platform'],
  ['apps/standalone/src/a.ts', 'ioredis', 'launcher-frameworks'],
  ['libs/delivery/src/http/d.ts', 'fastify', 'web-server-in-platform'],
  ['apps/worker/src/a.ts', 'fastify', 'web-server-in-platform'],
  ['libs/delivery/src/http/e.ts', 'typeorm', 'mapper-behind-use-cases'],
  ['libs/delivery/src/jobs/e.ts', '@nestjs/typeorm', 'mapper-behind-use-cases'],
  ['libs/delivery/src/use-cases/f.ts', 'class-validator', 'validation-in-http'],
  ['migrations/0001-first.ts', '@app/agreements', 'migrations-stand-still'],
  ['apps/worker/src/b.ts', '../../api/src/main', 'apps-are-separate'],
  ['libs/delivery/src/use-cases/circle.ts', './segment', 'no-circles'],
  ['apps/api/src/c.ts', '../../../test/support/factory', 'not-from-tests'],
  ['apps/api/src/d.ts', 'jest', 'no-development-packages'],
  ['apps/api/src/e.ts', 'chance', 'declared-packages'],
  ['apps/api/src/f.ts', './nowhere', 'resolvable'],
];

/** The file and what it may import. */
const ALLOWED: [file: string, specifier: string][] = [
  ['libs/delivery/src/domain/z.ts', '@app/kernel'],
  ['libs/delivery/src/domain/y.ts', 'node:crypto'],
  ['libs/delivery/src/persistence/z.ts', '../domain/index'],
  ['libs/delivery/src/persistence/y.ts', 'typeorm'],
  ['libs/delivery/src/persistence/x.ts', '@app/platform'],
  ['libs/delivery/src/use-cases/z.ts', '../persistence/index'],
  ['libs/delivery/src/use-cases/y.ts', '@app/agreements'],
  ['libs/delivery/src/use-cases/x.ts', '@app/platform'],
  ['libs/delivery/src/use-cases/w.ts', 'typeorm'],
  ['libs/delivery/src/http/z.ts', '../use-cases/index'],
  ['libs/delivery/src/http/y.ts', '@nestjs/swagger'],
  ['libs/delivery/src/http/x.ts', '../domain/index'],
  ['libs/delivery/src/jobs/z.ts', '../use-cases/index'],
  ['libs/delivery/src/jobs/y.ts', '@app/agreements'],
  ['libs/kernel/src/values.spec.ts', './index'],
  ['apps/standalone/src/commands/openapi.ts', '../../../api/src/main'],
  ['libs/platform/src/z.ts', 'bullmq'],
  ['libs/alerts/src/alerts.module.ts', '@nestjs/typeorm'],
  ['apps/api/src/z.ts', '@app/alerts'],
  ['apps/api/src/y.ts', 'fastify'],
  ['apps/standalone/src/z.ts', 'pg'],
  ['migrations/0002-second.ts', 'typeorm'],
];

interface Violation {
  from: string;
  rule: { name: string };
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** A small project in the shape of this one, with one file for each example. */
function plant(): string {
  const root = mkdtempSync(join(tmpdir(), 'mithaq-imports-'));
  write(
    root,
    'package.json',
    JSON.stringify({
      dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0'])),
      devDependencies: { jest: '1.0.0' },
    }),
  );
  write(root, 'tsconfig.json', readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
  for (const name of [...PACKAGES, 'jest', 'chance']) {
    write(
      root,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    write(root, `node_modules/${name}/index.js`, '');
  }
  for (const name of ['kernel', 'platform', ...FEATURES])
    write(root, `libs/${name}/src/index.ts`, 'export {};\n');
  for (const name of ['platform', ...FEATURES])
    for (const room of ROOMS) write(root, `libs/${name}/src/${room}/index.ts`, 'export {};\n');
  for (const name of ['api', 'worker', 'standalone']) write(root, `apps/${name}/src/main.ts`, 'export {};\n');
  write(root, 'test/support/factory.ts', 'export {};\n');
  write(root, 'libs/delivery/src/use-cases/segment.ts', "import './circle';\n");
  for (const [file, specifier] of [...FAILING, ...ALLOWED]) write(root, file, `import '${specifier}';\n`);
  return root;
}

/** The broken rules by file, as dependency-cruiser finds them under `root`. */
function cruise(root: string): Map<string, string[]> {
  const folders = ['apps', 'libs', 'migrations'];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders],
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  const broken = new Map<string, string[]>();
  for (const { from, rule } of summary.violations) broken.set(from, [...(broken.get(from) ?? []), rule.name]);
  return broken;
}

describe('the import rules', () => {
  let root: string;
  let broken: Map<string, string[]>;

  beforeAll(() => {
    root = plant();
    broken = cruise(root);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(FAILING)('refuse %s importing %s: %s', (file, _specifier, rule) => {
    expect(broken.get(file)).toEqual([rule]);
  });

  it.each(ALLOWED)('allow %s importing %s', (file) => {
    expect(broken.get(file)).toBeUndefined();
  });

  it('each have a failing example', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(
      join(ROOT, '.dependency-cruiser.cjs'),
    );
    const shown = new Set(FAILING.map(([, , rule]) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('the sources', () => {
  it('keep the import rules', () => {
    expect(Object.fromEntries(cruise(ROOT))).toEqual({});
  });

  it('lie in the rooms of their feature', () => {
    const sources = join(ROOT, 'libs');
    const features = readdirSync(sources).filter((name) => name !== 'kernel' && name !== 'platform');
    const strangers = features
      .flatMap((feature) =>
        readdirSync(join(sources, feature, 'src')).map((name) => `${feature}/src/${name}`),
      )
      .filter((path) => !ROOM_OR_WIRING.test(path));
    expect(strangers).toEqual([]);
  });
});
