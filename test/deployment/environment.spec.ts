import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { SETTING_NAMES, loadSettings } from '../../libs/platform/src/config/settings';
import { COMPOSE_SECRETS } from './compose';

const EXAMPLE = readFileSync(resolve(__dirname, '../../.env.example'), 'utf8');

/** The example as it stands once somebody removes every comment sign before a setting. */
const filledIn = parseEnv(EXAMPLE.replace(/^#(?=[A-Z_]+=)/gm, ''));

describe('.env.example', () => {
  it('names every setting, the passwords of the Compose file, and nothing else', () => {
    expect(Object.keys(filledIn).sort()).toEqual([...SETTING_NAMES, ...COMPOSE_SECRETS].sort());
  });

  it('sets nothing by itself', () => {
    expect(parseEnv(EXAMPLE)).toEqual({});
  });

  it('says something on every setting', () => {
    const blocks = EXAMPLE.split(/\n\s*\n/).filter((block) => /^#[A-Z_]+=/m.test(block));
    expect(blocks.filter((block) => !/^# \S/m.test(block))).toEqual([]);
  });

  it('shows values that are accepted', () => {
    expect(() => loadSettings(filledIn)).not.toThrow();
  });

  it('shows the defaults of what has one', () => {
    const examples =
      /^(DATABASE_|REDIS_URL|SMTP_URL|PUBLIC_URL|ADMIN_EMAIL|ADMIN_PASSWORD|DEMO_PASSWORD|OIDC_(?:ISSUER|CLIENT|NAME|ROLES$)|CLOCK_START|METRICS_PORT|REPORT_ERROR_ADDRESS)/;
    const shown = Object.entries(filledIn).filter(([name]) => !examples.test(name));
    expect(loadSettings(Object.fromEntries(shown))).toEqual(loadSettings({}));
  });

  it('is enough for production', () => {
    const production = { ...filledIn, NODE_ENV: 'production', CLOCK_START: undefined };
    expect(loadSettings(production).isProduction).toBe(true);
  });

  it.each(['SMTP_URL', 'PUBLIC_URL', 'DATABASE_URL'])('production is refused without %s', (name) => {
    const production = { ...filledIn, NODE_ENV: 'production', CLOCK_START: undefined, [name]: undefined };
    expect(() => loadSettings(production)).toThrow(name);
  });
});

describe('a public address over plain http', () => {
  const production = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgresql://mithaq_app@127.0.0.1/mithaq',
    SMTP_URL: 'smtp://127.0.0.1',
  };

  it.each(['http://register.example.org', 'HTTP://register.example.org', 'http://127.0.0.1:3000'])(
    '%s is refused in production',
    (url) =>
      expect(() => loadSettings({ ...production, PUBLIC_URL: url })).toThrow(
        /^PUBLIC_URL must begin with https:/,
      ),
  );

  it('is warned of at every other start, also when it is the default', () => {
    expect(loadSettings({}).warnings).toEqual([expect.stringContaining('http://127.0.0.1:3000')]);
    expect(loadSettings({ PUBLIC_URL: 'http://register.test' }).warnings).toHaveLength(1);
  });

  it.each(['https://register.example.org', 'HTTPS://register.example.org'])('%s is neither', (url) => {
    const settings = loadSettings({ ...production, PUBLIC_URL: url });
    expect([settings.isPlainHttp, settings.warnings]).toEqual([false, []]);
  });
});

describe('package.json', () => {
  it('has a lock file that knows the same packages', () => {
    const root = resolve(__dirname, '../..');
    const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
    const manifest = read('package.json') as Record<string, Record<string, string>>;
    const lock = read('package-lock.json') as { packages: Record<string, Record<string, unknown>> };
    expect(lock.packages['']?.dependencies).toEqual(manifest.dependencies);
    expect(lock.packages['']?.devDependencies).toEqual(manifest.devDependencies);
  });
});
