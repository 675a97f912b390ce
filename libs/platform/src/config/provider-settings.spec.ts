import { SettingsRefused, loadSettings } from './settings';

const GIVEN = {
  OIDC_ISSUER: 'https://login.example.org/realms/state',
  OIDC_CLIENT_ID: 'mithaq',
  OIDC_CLIENT_SECRET: 'a secret',
};

describe('the settings of a provider', () => {
  const refusals = (env: Record<string, string>): readonly string[] => {
    try {
      loadSettings(env);
      return [];
    } catch (error) {
      if (error instanceof SettingsRefused) return error.sentences;
      throw error;
    }
  };
  const rolesOf = (mapping: string) => loadSettings({ ...GIVEN, OIDC_ROLES: mapping }).provider?.roles;

  it('have defaults', () => {
    expect(loadSettings(GIVEN).provider).toEqual({
      issuer: new URL(GIVEN.OIDC_ISSUER),
      clientId: 'mithaq',
      clientSecret: 'a secret',
      name: 'login.example.org',
      scope: 'openid email profile',
      rolesClaim: 'roles',
      roles: [],
      secondFactor: ['mfa', 'otp', 'hwk', 'sc'],
    });
    expect(loadSettings({}).provider).toBeNull();
  });

  it.each(Object.keys(GIVEN))('are refused without %s', (name) => {
    expect(refusals({ ...GIVEN, [name]: '' })).toEqual([
      `${name} must be given too: the provider takes all three.`,
    ]);
  });

  it('map values of a claim to roles with scopes', () => {
    expect(
      rolesOf(' a = officer ; CN=b c,OU=d = director;e=officer@regions:MA-04,MA-09;f=legal@sectors:BPO;'),
    ).toEqual([
      { value: 'a', role: 'officer', scope: { kind: 'country' } },
      { value: 'CN=b c,OU=d', role: 'director', scope: { kind: 'country' } },
      { value: 'e', role: 'officer', scope: { kind: 'regions', codes: ['MA-04', 'MA-09'] } },
      { value: 'f', role: 'legal', scope: { kind: 'sectors', codes: ['BPO'] } },
    ]);
  });

  it.each([
    'officer',
    '=officer',
    'a=',
    'a=officer@regions:',
    'a=officer@organisation:x',
    'a=officer@regions:MA-04,,b',
  ])('refuse the mapping %s', (mapping) =>
    expect(refusals({ ...GIVEN, OIDC_ROLES: mapping })).toEqual([expect.stringMatching(/^OIDC_ROLES: /)]),
  );

  it.each([
    ['http://login.example.org', 'development', false],
    ['http://127.0.0.1:9000', 'development', true],
    ['http://localhost', 'test', true],
    ['http://[::1]:9000', 'development', true],
    ['http://127.0.0.1.example.org', 'development', false],
    ['http://127.0.0.1:9000', 'production', false],
    ['https://login.example.org', 'production', true],
  ])('%s in %s: %s', (issuer, mode, taken) => {
    const production = {
      NODE_ENV: mode,
      DATABASE_URL: 'postgresql://mithaq_app@127.0.0.1/mithaq',
      SMTP_URL: 'smtp://127.0.0.1',
      PUBLIC_URL: 'https://register.example.org',
    };
    const said = refusals({ ...GIVEN, ...production, OIDC_ISSUER: issuer });
    expect(said).toEqual(taken ? [] : [expect.stringMatching(/^OIDC_ISSUER must begin with https:/)]);
  });

  it('refuse a scope without openid', () => {
    expect(refusals({ ...GIVEN, OIDC_SCOPE: 'email openid-like' })).toHaveLength(1);
    expect(refusals({ ...GIVEN, OIDC_SCOPE: 'email openid groups' })).toEqual([]);
  });
});
