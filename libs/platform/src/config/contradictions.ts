import { type ProviderEnvironment, isLoopback, providerContradictions } from './provider-settings';

/** What contradictions are looked for in. */
interface Given extends ProviderEnvironment {
  readonly NODE_ENV: string;
  readonly PORT: number;
  readonly METRICS_PORT?: number;
  readonly DATABASE_URL?: string;
  readonly SMTP_URL?: string;
  readonly PUBLIC_URL?: string;
  readonly ADMIN_EMAIL?: string;
  readonly ADMIN_PASSWORD?: string;
  readonly CLOCK_START?: string;
}

/** Settings that each can be used and together cannot; one sentence for each reason. */
export function contradictionsIn(environment: Given): string[] {
  const found: string[] = [];
  if (environment.NODE_ENV === 'production') {
    if (!environment.SMTP_URL) found.push('SMTP_URL is missing: production sends mail through a server.');
    if (!environment.PUBLIC_URL)
      found.push('PUBLIC_URL is missing: mails and links need the public address.');
    if (isPlainHttp(environment.PUBLIC_URL ?? ''))
      found.push('PUBLIC_URL must begin with https: in production: over plain http sessions can be stolen.');
    if (!environment.DATABASE_URL)
      found.push('DATABASE_URL is missing: production uses a PostgreSQL of its own.');
    if (environment.CLOCK_START)
      found.push('CLOCK_START is refused in production: business time is the real time.');
  }
  if (environment.CLOCK_START && environment.SMTP_URL && !isLoopbackUrl(environment.SMTP_URL)) {
    found.push(
      'SMTP_URL must be a loopback host while CLOCK_START is set: a training clock mails nobody outside.',
    );
  }
  if (environment.METRICS_PORT === environment.PORT) {
    found.push('METRICS_PORT must be another port than PORT: metrics are not for everyone.');
  }
  if (environment.ADMIN_PASSWORD && !environment.ADMIN_EMAIL) {
    found.push('ADMIN_PASSWORD is given without ADMIN_EMAIL.');
  }
  found.push(...providerContradictions(environment, { production: environment.NODE_ENV === 'production' }));
  return found;
}

/** Whether the address is reached without TLS. */
export function isPlainHttp(url: string): boolean {
  return /^http:/i.test(url);
}

function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname);
}
