import { readFileSync } from 'node:fs';

/** Settings that may come from a file, named by the setting of the same name with `_FILE` behind it. */
export const SECRET_SETTINGS = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'REDIS_URL',
  'SMTP_URL',
  'ADMIN_PASSWORD',
  'OIDC_CLIENT_SECRET',
  'DEMO_PASSWORD',
] as const;
type SecretSetting = (typeof SECRET_SETTINGS)[number];

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Secrets as their files hold them, and a sentence for each that cannot be had. */
export interface SecretsOfFiles {
  readonly values: Partial<Record<SecretSetting, string>>;
  readonly sentences: readonly string[];
}

/** Reads the secrets that are given as files. No sentence ever says what a file holds. */
export function readSecretFiles(env: Variables): SecretsOfFiles {
  const values: Partial<Record<SecretSetting, string>> = {};
  const sentences: string[] = [];
  for (const name of SECRET_SETTINGS) {
    const file = env[`${name}_FILE`]?.trim();
    if (!file) continue;
    const secret = env[name]?.trim() ? { refused: `and ${name} are both given: leave one out.` } : read(file);
    if ('refused' in secret) sentences.push(`${name}_FILE ${secret.refused}`);
    else values[name] = secret.value;
  }
  return { values, sentences };
}

/** The environment with some settings replaced, so that a file does not speak against what replaces it. */
export function replaceSettings(env: Variables, settings: Variables): Variables {
  const files = Object.keys(settings).map((name) => [`${name}_FILE`, undefined] as const);
  return { ...env, ...Object.fromEntries(files), ...settings };
}

function read(file: string): { readonly value: string } | { readonly refused: string } {
  try {
    const value = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    return value.trim() === '' ? { refused: 'names a file that is empty.' } : { value };
  } catch (error) {
    return { refused: `names a file that cannot be read (${(error as NodeJS.ErrnoException).code}).` };
  }
}
