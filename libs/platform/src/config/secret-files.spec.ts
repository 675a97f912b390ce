import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECRET_SETTINGS, replaceSettings } from './secret-files';
import { SettingsRefused, loadSettings } from './settings';

/** Any long text is one. */
const PASSWORDS: readonly string[] = ['ADMIN_PASSWORD', 'DEMO_PASSWORD'];

describe('a secret from a file', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mithaq-secrets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (content: string): string => {
    const path = join(mkdtempSync(join(folder, 'secret-')), 'secret');
    writeFileSync(path, content);
    return path;
  };
  const refusals = (env: Record<string, string>): readonly string[] => {
    try {
      loadSettings(env);
      return [];
    } catch (error) {
      if (error instanceof SettingsRefused) return error.sentences;
      throw error;
    }
  };

  it('is what the setting itself would be, without the end of its line', () => {
    const url = 'smtps://mailer:p%40ss@mail.test';
    expect(loadSettings({ SMTP_URL_FILE: file(`${url}\n`) }).smtpUrl).toBe(url);
    expect(loadSettings({ SMTP_URL_FILE: file(`${url}\r\n`) }).smtpUrl).toBe(url);
    expect(loadSettings({ SMTP_URL_FILE: file(url) }).smtpUrl).toBe(url);
  });

  it('keeps every other character', () => {
    const env = { ADMIN_EMAIL: 'admin@example.org', ADMIN_PASSWORD_FILE: file(' spaces count here \n\n') };
    expect(loadSettings(env).adminPassword).toBe(' spaces count here \n');
  });

  it.each(SECRET_SETTINGS.filter((name) => !name.startsWith('OIDC_')))('%s may be one', (name) => {
    const secret = PASSWORDS.includes(name) ? 'a long enough passphrase' : URLS[name];
    const property = name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const settings = loadSettings({
      ADMIN_EMAIL: 'admin@example.org',
      [`${name}_FILE`]: file(`${secret}\n`),
    });
    expect((settings as unknown as Record<string, unknown>)[property]).toBe(secret);
  });

  it('OIDC_CLIENT_SECRET may be one', () => {
    const provider = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'mithaq' };
    const settings = loadSettings({ ...provider, OIDC_CLIENT_SECRET_FILE: file('a secret\n') });
    expect(settings.provider?.clientSecret).toBe('a secret');
  });

  it.each(SECRET_SETTINGS)('%s is refused when it is given both ways', (name) => {
    const said = refusals({ [name]: 'one secret', [`${name}_FILE`]: file('another secret') });
    expect(said).toContain(`${name}_FILE and ${name} are both given: leave one out.`);
    expect(said.join()).not.toMatch(/(one|another) secret/);
  });

  it('takes the place of a setting that is given empty', () => {
    const redis = 'redis://127.0.0.1:6379';
    expect(loadSettings({ REDIS_URL: '', REDIS_URL_FILE: file(redis) }).redisUrl).toBe(redis);
    expect(loadSettings({ REDIS_URL: redis, REDIS_URL_FILE: '' }).redisUrl).toBe(redis);
  });

  it('is refused in one sentence when it cannot be read', () => {
    mkdirSync(join(folder, 'a-folder'));
    expect(refusals({ SMTP_URL_FILE: join(folder, 'missing') })).toEqual([
      'SMTP_URL_FILE names a file that cannot be read (ENOENT).',
    ]);
    expect(refusals({ SMTP_URL_FILE: join(folder, 'a-folder') })).toEqual([
      'SMTP_URL_FILE names a file that cannot be read (EISDIR).',
    ]);
    expect(refusals({ SMTP_URL_FILE: file('\n') })).toEqual(['SMTP_URL_FILE names a file that is empty.']);
  });

  it('is never said, however wrong it is', () => {
    const secret = 'not-an-address-but-a-secret';
    for (const name of SECRET_SETTINGS.filter((each) => each.endsWith('_URL'))) {
      const said = refusals({ [`${name}_FILE`]: file(secret), CLOCK_START: '2026-11-23T10:00:00Z' });
      expect(said.join()).toContain(name);
      expect(said.join()).not.toContain(secret);
    }
  });

  it('gives way to what replaces its setting', () => {
    const env = { DATABASE_URL_FILE: file(URLS.DATABASE_URL), SMTP_URL_FILE: file(URLS.SMTP_URL) };
    const settings = loadSettings(
      replaceSettings(env, { DATABASE_URL: 'postgresql://other@127.0.0.1/other' }),
    );
    expect(settings.databaseUrl).toContain('other');
    expect(settings.smtpUrl).toBe(URLS.SMTP_URL);
    expect(loadSettings(replaceSettings(env, { DATABASE_URL: undefined })).databaseUrl).toBeNull();
  });
});

const URLS: Record<string, string> & { DATABASE_URL: string; SMTP_URL: string } = {
  DATABASE_URL: 'postgresql://app:secret@127.0.0.1/register',
  DATABASE_OWNER_URL: 'postgresql://owner:secret@127.0.0.1/register',
  REDIS_URL: 'redis://:secret@127.0.0.1:6379',
  SMTP_URL: 'smtp://mailer:secret@127.0.0.1:1025',
};
