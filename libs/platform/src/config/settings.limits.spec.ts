import { loadSettings } from './settings';

describe('settings of limits, logs and metrics', () => {
  it('allow six thousand requests a minute, and log as text outside production', () => {
    expect(loadSettings({})).toMatchObject({
      requestsPerMinute: 6000,
      accountRequestsPerMinute: 6000,
      metricsPort: null,
      logFormat: 'text',
    });
  });

  it('log as JSON in production, or as asked', () => {
    const production = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://u:p@db/m',
      SMTP_URL: 'smtp://mail',
      PUBLIC_URL: 'https://register.test',
    };
    expect(loadSettings(production).logFormat).toBe('json');
    expect(loadSettings({ ...production, LOG_FORMAT: 'text' }).logFormat).toBe('text');
    expect(loadSettings({ LOG_FORMAT: 'json' }).logFormat).toBe('json');
  });

  it.each([
    [{ REQUESTS_PER_MINUTE: '0' }, { requestsPerMinute: 0 }],
    [{ REQUESTS_PER_MINUTE: '1' }, { requestsPerMinute: 1 }],
    [{ ACCOUNT_REQUESTS_PER_MINUTE: '0' }, { accountRequestsPerMinute: 0 }],
    [{ METRICS_PORT: '9464' }, { metricsPort: 9464 }],
  ])('%j is taken', (given, wanted) => expect(loadSettings(given)).toMatchObject(wanted));

  it.each([
    [{ REQUESTS_PER_MINUTE: '-1' }, 'REQUESTS_PER_MINUTE: must be a whole number of requests a minute'],
    [{ REQUESTS_PER_MINUTE: 'many' }, 'REQUESTS_PER_MINUTE: must be a whole number of requests a minute'],
    [{ ACCOUNT_REQUESTS_PER_MINUTE: '1.5' }, 'ACCOUNT_REQUESTS_PER_MINUTE: must be a whole number'],
    [{ METRICS_PORT: '65535' }, 'METRICS_PORT: must be a whole number from 1 to 65534'],
    [{ METRICS_PORT: '3000' }, 'METRICS_PORT must be another port than PORT'],
    [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT'],
  ])('%j is refused with a sentence', (given, sentence) => {
    expect(() => loadSettings(given)).toThrow(sentence);
  });
});
