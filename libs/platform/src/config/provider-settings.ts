import type { AccessScope } from '@app/kernel';
import { IsOptional, IsString, IsUrl, Matches, MaxLength } from 'class-validator';

const WEB_URL = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };
const MAPPING =
  'must be entries such as officers=officer or officers-rabat=officer@regions:MA-04,MA-09, separated by semicolons';
const CODES = String.raw`[\w-]+(?:,[\w-]+)*`;
// The last `=` separates: what stands before it may be the name of a group in a directory.
const ENTRY = new RegExp(String.raw`^\s*(\S.*?)\s*=\s*([a-z_]+)(?:@(regions|sectors):(${CODES}))?\s*$`);

/** The environment variables about the provider of identities, as they are typed. */
export class ProviderEnvironment {
  @IsOptional()
  @IsUrl(WEB_URL)
  OIDC_ISSUER?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  OIDC_CLIENT_ID?: string;

  @IsOptional()
  @IsString()
  OIDC_CLIENT_SECRET?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  OIDC_NAME?: string;

  @IsString()
  @Matches(/(^| )openid( |$)/, { message: 'must name the scope openid' })
  OIDC_SCOPE = 'openid email profile';

  @IsString()
  @MaxLength(200)
  OIDC_ROLES_CLAIM = 'roles';

  @IsString()
  OIDC_ROLES = '';

  @IsString()
  OIDC_SECOND_FACTOR = 'mfa,otp,hwk,sc';
}

/** Their names. */
export const PROVIDER_SETTING_NAMES = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_NAME',
  'OIDC_SCOPE',
  'OIDC_ROLES_CLAIM',
  'OIDC_ROLES',
  'OIDC_SECOND_FACTOR',
] as const;

/** A role that a value of the roles' claim stands for; which roles there are is known to identity. */
export interface ProviderRole {
  readonly value: string;
  readonly role: string;
  readonly scope: AccessScope;
}

/** A provider of identities through which staff may sign in. */
export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What screens call it. */
  readonly name: string;
  readonly scope: string;
  /** The claim that lists roles: its name, or a path with dots into it. */
  readonly rolesClaim: string;
  readonly roles: readonly ProviderRole[];
  /** Values of `acr` and `amr` behind which a second factor stands. */
  readonly secondFactor: readonly string[];
}

/** The provider, when one is configured. */
export function providerSettingsOf(environment: ProviderEnvironment): ProviderSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = environment;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  const issuer = new URL(OIDC_ISSUER);
  return {
    issuer,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: environment.OIDC_NAME ?? issuer.host,
    scope: environment.OIDC_SCOPE,
    rolesClaim: environment.OIDC_ROLES_CLAIM,
    roles: entriesOf(environment.OIDC_ROLES).flatMap((entry) => roleOf(entry) ?? []),
    secondFactor: environment.OIDC_SECOND_FACTOR.split(',').flatMap((value) => value.trim() || []),
  };
}

/** What of the provider's settings cannot be used; one sentence each. */
export function providerContradictions(
  environment: ProviderEnvironment,
  { production }: { readonly production: boolean },
): string[] {
  const found: string[] = [];
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES } = environment;
  const given = Object.entries({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET });
  const missing = given.filter(([, value]) => !value).map(([name]) => name);
  if (missing.length > 0 && missing.length < given.length)
    found.push(`${missing.join(' and ')} must be given too: the provider takes all three.`);
  if (entriesOf(OIDC_ROLES).some((entry) => roleOf(entry) === null)) found.push(`OIDC_ROLES: ${MAPPING}`);
  if (OIDC_ISSUER && URL.canParse(OIDC_ISSUER)) {
    const { protocol, hostname } = new URL(OIDC_ISSUER);
    if (protocol === 'http:' && (production || !isLoopback(hostname)))
      found.push('OIDC_ISSUER must begin with https: (a loopback host outside production excepted).');
  }
  return found;
}

/** Whether the host is this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function entriesOf(mapping: string): string[] {
  return mapping.split(';').filter((entry) => entry.trim() !== '');
}

function roleOf(entry: string): ProviderRole | null {
  const [, value, role, kind, codes] = ENTRY.exec(entry) ?? [];
  if (value === undefined || role === undefined) return null;
  if (kind !== 'regions' && kind !== 'sectors') return { value, role, scope: { kind: 'country' } };
  return { value, role, scope: { kind, codes: (codes ?? '').split(',') } };
}
