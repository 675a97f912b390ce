import { join, resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { LANGUAGES, type Language } from '@app/kernel';
import { contradictionsIn, isPlainHttp } from './contradictions';
import { findProjectRoot } from './project-root';
import { PROVIDER_SETTING_NAMES, type ProviderSettings, providerSettingsOf } from './provider-settings';
import * as reporting from './reporting-settings';
import { IsReportAddress } from './report-address';
import { readSecretFiles, type Variables } from './secret-files';
import {
  A_MINUTE,
  FILE_BYTES,
  HOURS,
  IDLE_MINUTES,
  INSTANT,
  METRICS_PORT_RANGE,
  PORT_RANGE,
  REQUEST_DAYS,
} from './sentences-of-settings';
import { readTrustProxy } from './trust-proxy';

const DATABASE_URL = { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true };
const REDIS_URL = { protocols: ['redis', 'rediss'], require_tld: false, require_protocol: true };
const SMTP_URL = { protocols: ['smtp', 'smtps'], require_tld: false, require_protocol: true };
const WEB_URL = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };
const LOG_FORMATS = ['text', 'json'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;

/** The environment variables as they are typed; see `.env.example` for what each is for. */
class Environment extends reporting.ReportingEnvironment {
  @IsIn(['production', 'development', 'test'])
  NODE_ENV: 'production' | 'development' | 'test' = 'development';

  @IsString()
  @MinLength(1)
  HOST = '127.0.0.1';

  @IsInt(PORT_RANGE)
  @Min(1, PORT_RANGE)
  @Max(65535, PORT_RANGE)
  PORT = 3000;

  @IsString()
  @MinLength(1)
  DATA_DIR = '.data';

  @IsOptional()
  @IsString()
  FILES_DIR?: string;

  @IsInt(FILE_BYTES)
  @Min(1, FILE_BYTES)
  @Max(1_073_741_824, FILE_BYTES)
  FILE_MAX_BYTES = 26_214_400;

  @IsOptional()
  @IsUrl(DATABASE_URL)
  DATABASE_URL?: string;

  @IsOptional()
  @IsUrl(DATABASE_URL)
  DATABASE_OWNER_URL?: string;

  @IsOptional()
  @IsUrl(REDIS_URL)
  REDIS_URL?: string;

  @IsOptional()
  @IsUrl(SMTP_URL)
  SMTP_URL?: string;

  @IsOptional()
  @IsUrl(WEB_URL)
  PUBLIC_URL?: string;

  @IsString()
  @MaxLength(500)
  TRUST_PROXY = '';

  @IsString()
  @MinLength(3)
  @MaxLength(200)
  MAIL_FROM = 'Mithaq <mithaq@localhost>';

  @IsString()
  @MinLength(1)
  COUNTRY_PROFILE = 'ma';

  @IsIn(['real', 'empty'])
  REGISTER_CONTENT: 'real' | 'empty' = 'real';

  @IsOptional()
  @IsString()
  AUDIT_SIGNING_KEY_FILE?: string;

  @IsOptional()
  @IsString()
  SECOND_FACTOR_KEY_FILE?: string;

  @IsOptional()
  @IsEmail({ require_tld: false })
  ADMIN_EMAIL?: string;

  @IsOptional()
  @IsString()
  @MinLength(12)
  @MaxLength(200)
  ADMIN_PASSWORD?: string;

  @IsOptional()
  @IsString()
  @MinLength(12)
  @MaxLength(200)
  DEMO_PASSWORD?: string;

  @IsIn(LANGUAGES)
  ADMIN_LANGUAGE: Language = 'fr';

  @IsInt(HOURS)
  @Min(1, HOURS)
  @Max(168, HOURS)
  SESSION_HOURS = 12;

  @IsInt(IDLE_MINUTES)
  @Min(1, IDLE_MINUTES)
  @Max(10_080, IDLE_MINUTES)
  SESSION_IDLE_MINUTES = 120;

  @IsInt(REQUEST_DAYS)
  @Min(1, REQUEST_DAYS)
  @Max(365, REQUEST_DAYS)
  DATA_REQUEST_DAYS = 30;

  @IsOptional()
  @IsReportAddress()
  REPORT_ERROR_ADDRESS?: string;

  @IsIn([1, 2])
  APPROVAL_STEPS: 1 | 2 = 2;

  @IsOptional()
  @IsISO8601({ strict: true }, INSTANT)
  @Matches(/T.*(?:Z|[+-]\d{2}:?\d{2})$/, INSTANT)
  CLOCK_START?: string;

  @IsInt(A_MINUTE)
  @Min(0, A_MINUTE)
  @Max(1_000_000_000, A_MINUTE)
  REQUESTS_PER_MINUTE = 6000;

  @IsInt(A_MINUTE)
  @Min(0, A_MINUTE)
  @Max(1_000_000_000, A_MINUTE)
  ACCOUNT_REQUESTS_PER_MINUTE = 6000;

  @IsOptional()
  @IsInt(METRICS_PORT_RANGE)
  @Min(1, METRICS_PORT_RANGE)
  @Max(65534, METRICS_PORT_RANGE)
  METRICS_PORT?: number;

  @IsIn(LOG_LEVELS)
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'warn';

  @IsOptional()
  @IsIn(LOG_FORMATS)
  LOG_FORMAT?: (typeof LOG_FORMATS)[number];
}

/** Every environment variable the product reads. */
export const SETTING_NAMES = [
  'NODE_ENV',
  'HOST',
  'PORT',
  'DATA_DIR',
  'FILES_DIR',
  'FILE_MAX_BYTES',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'REDIS_URL',
  'SMTP_URL',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'MAIL_FROM',
  'COUNTRY_PROFILE',
  'REGISTER_CONTENT',
  'AUDIT_SIGNING_KEY_FILE',
  'SECOND_FACTOR_KEY_FILE',
  'ADMIN_EMAIL',
  'ADMIN_PASSWORD',
  'DEMO_PASSWORD',
  'ADMIN_LANGUAGE',
  'SESSION_HOURS',
  'SESSION_IDLE_MINUTES',
  'DATA_REQUEST_DAYS',
  'REPORT_ERROR_ADDRESS',
  'APPROVAL_STEPS',
  ...PROVIDER_SETTING_NAMES,
  ...reporting.REPORTING_SETTING_NAMES,
  'CLOCK_START',
  'REQUESTS_PER_MINUTE',
  'ACCOUNT_REQUESTS_PER_MINUTE',
  'METRICS_PORT',
  'LOG_LEVEL',
  'LOG_FORMAT',
] as const;
type SettingName = (typeof SETTING_NAMES)[number];

const NUMBERS: ReadonlySet<SettingName> = new Set([
  'PORT',
  'FILE_MAX_BYTES',
  'SESSION_HOURS',
  'SESSION_IDLE_MINUTES',
  'DATA_REQUEST_DAYS',
  'APPROVAL_STEPS',
  'REQUESTS_PER_MINUTE',
  'ACCOUNT_REQUESTS_PER_MINUTE',
  'METRICS_PORT',
  ...reporting.REPORTING_SETTING_NAMES,
]);

/** The validated configuration, with its defaults filled in. */
export class Settings {
  readonly nodeEnv: 'production' | 'development' | 'test';
  readonly host: string;
  readonly port: number;
  /** Absolute path of the folder that holds everything this installation writes. */
  readonly dataDir: string;
  /** Absolute path of the folder of recorded files, the same one for all instances. */
  readonly filesDir: string;
  /** Size of the largest file that is taken, in bytes. */
  readonly fileMaxBytes: number;
  /** Connection of the application's role; absent only before the embedded server is up. */
  readonly databaseUrl: string | null;
  /** Connection of the owner, used by the migration step only. */
  readonly databaseOwnerUrl: string | null;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  readonly publicUrl: string;
  /** Addresses of proxies whose forwarded headers are believed; empty for none, `true` for any. */
  readonly trustProxy: boolean | string[];
  readonly mailFrom: string;
  readonly countryProfile: string;
  readonly registerContent: 'real' | 'empty';
  /** Absolute path of the private key that signs checkpoints of the audit trail; made when it is first needed. */
  readonly auditSigningKeyFile: string;
  /** Absolute path of the key that seals the seeds of second factors; made when it is first needed. */
  readonly secondFactorKeyFile: string;
  readonly adminEmail: string | null;
  readonly adminPassword: string | null;
  /** Password of the accounts of a demonstration. */
  readonly demoPassword: string | null;
  readonly adminLanguage: Language;
  /** Hours after which a session ends, whatever happens in it. */
  readonly sessionHours: number;
  /** Minutes without a request after which a session ends. */
  readonly sessionIdleMinutes: number;
  /** Where staff may sign in beside local accounts; null for nowhere. */
  readonly provider: ProviderSettings | null;
  /** Instant at which business time starts, for training; null for the real time. */
  readonly clockStart: string | null;
  /** Calendar days within which a request about personal data is answered. */
  readonly dataRequestDays: number;
  /** Where the public reports an error of the register: a mail address or a page; null for nowhere. */
  readonly reportErrorAddress: string | null;
  /** Whether verifying and approving a version are two steps of two people, or one step of a second person. */
  readonly approvalSteps: 1 | 2;
  readonly reporting: reporting.ReportingSettings;
  /** Requests that one address may send in a minute; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** The same for one account. */
  readonly accountRequestsPerMinute: number;
  /** Port of this process's metrics and health; null for none. */
  readonly metricsPort: number | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Readable lines for people, or one JSON object a line for what collects logs. */
  readonly logFormat: (typeof LOG_FORMATS)[number];

  constructor(environment: Environment) {
    this.nodeEnv = environment.NODE_ENV;
    this.host = environment.HOST;
    this.port = environment.PORT;
    this.dataDir = resolve(findProjectRoot(), environment.DATA_DIR);
    this.filesDir = resolve(findProjectRoot(), environment.FILES_DIR ?? join(environment.DATA_DIR, 'files'));
    this.fileMaxBytes = environment.FILE_MAX_BYTES;
    this.databaseUrl = environment.DATABASE_URL ?? null;
    this.databaseOwnerUrl = environment.DATABASE_OWNER_URL ?? null;
    this.redisUrl = environment.REDIS_URL ?? null;
    this.smtpUrl = environment.SMTP_URL ?? null;
    this.publicUrl = (environment.PUBLIC_URL ?? `http://127.0.0.1:${environment.PORT}`).replace(/\/+$/, '');
    this.trustProxy = readTrustProxy(environment.TRUST_PROXY);
    this.mailFrom = environment.MAIL_FROM;
    this.countryProfile = environment.COUNTRY_PROFILE;
    this.registerContent = environment.REGISTER_CONTENT;
    this.auditSigningKeyFile = resolve(
      findProjectRoot(),
      environment.AUDIT_SIGNING_KEY_FILE ?? join(environment.DATA_DIR, 'audit-signing-key.pem'),
    );
    this.secondFactorKeyFile = resolve(
      findProjectRoot(),
      environment.SECOND_FACTOR_KEY_FILE ?? join(environment.DATA_DIR, 'second-factor-key'),
    );
    this.adminEmail = environment.ADMIN_EMAIL ?? null;
    this.adminPassword = environment.ADMIN_PASSWORD ?? null;
    this.demoPassword = environment.DEMO_PASSWORD ?? null;
    this.adminLanguage = environment.ADMIN_LANGUAGE;
    this.sessionHours = environment.SESSION_HOURS;
    this.sessionIdleMinutes = environment.SESSION_IDLE_MINUTES;
    this.provider = providerSettingsOf(environment);
    this.clockStart = environment.CLOCK_START ?? null;
    this.dataRequestDays = environment.DATA_REQUEST_DAYS;
    this.reportErrorAddress = environment.REPORT_ERROR_ADDRESS ?? null;
    this.approvalSteps = environment.APPROVAL_STEPS;
    this.reporting = reporting.reportingSettingsOf(environment);
    this.requestsPerMinute = environment.REQUESTS_PER_MINUTE;
    this.accountRequestsPerMinute = environment.ACCOUNT_REQUESTS_PER_MINUTE;
    this.metricsPort = environment.METRICS_PORT ?? null;
    this.logLevel = environment.LOG_LEVEL;
    this.logFormat = environment.LOG_FORMAT ?? (environment.NODE_ENV === 'production' ? 'json' : 'text');
  }

  get isProduction(): boolean {
    return this.nodeEnv === 'production';
  }

  /** Whether people reach the register over plain http, where a session cookie cannot be `Secure`. */
  get isPlainHttp(): boolean {
    return isPlainHttp(this.publicUrl);
  }

  /** What the operator should know at every start, one sentence each. */
  get warnings(): readonly string[] {
    return this.isPlainHttp
      ? [
          `PUBLIC_URL is plain http (${this.publicUrl}): the session cookie is not Secure. For this machine only; production refuses it.`,
        ]
      : [];
  }
}

/** The configuration cannot be used; one sentence for each reason. */
export class SettingsRefused extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'SettingsRefused';
  }
}

/**
 * Reads and checks the environment, and the files of secrets it names.
 * @throws SettingsRefused with one sentence for each setting that is wrong, missing in production or contradicts
 * another.
 */
export function loadSettings(env: Variables = process.env): Settings {
  const typed: Partial<Record<SettingName, string | number>> = {};
  const secrets = readSecretFiles(env);
  for (const name of SETTING_NAMES) {
    const value = secrets.values[name as keyof typeof secrets.values] ?? env[name]?.trim();
    if (value) typed[name] = NUMBERS.has(name) && /^\d+$/.test(value) ? Number(value) : value;
  }
  const environment = plainToInstance(Environment, typed);
  const sentences = validateSync(environment).map(
    ({ property, constraints }) =>
      `${property}: ${[...new Set(Object.values(constraints ?? {}))].join('; ')}`,
  );
  sentences.unshift(...secrets.sentences);
  sentences.push(...contradictionsIn(environment));
  if (sentences.length > 0) throw new SettingsRefused(sentences);
  return new Settings(environment);
}

/** The same for a process that works on the register. @throws SettingsRefused without a database */
export function loadServiceSettings(env?: Variables): Settings {
  const settings = loadSettings(env);
  if (settings.databaseUrl === null) {
    throw new SettingsRefused([
      'DATABASE_URL is missing: this process works on a database (npm start brings one).',
    ]);
  }
  return settings;
}
