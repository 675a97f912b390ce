import { QueryFailedError } from 'typeorm';
import { loggable, withoutSecrets } from './redact';

/** Stands in every sample where the secret is; none of its parts may come through. */
const SECRET = 'hunter2-Geheimnis';
const TOKEN = 'q8Zr1cXw0Yb7Nn5fTg3LkVJm2Hs9PdAeUiOoRxWzQtE';

const TEXTS = [
  `connect postgresql://mithaq_app:${SECRET}@127.0.0.1:5432/mithaq refused`,
  `connect postgres://app:p@ss/${SECRET}@db.internal/mithaq refused`,
  `redis://:${SECRET}@queue:6379 is gone`,
  `smtps://mail%40x.test:${SECRET}@smtp.test:465`,
  `host=db user=app password=${SECRET} dbname=mithaq`,
  `host=db password='${SECRET} with spaces' dbname=mithaq`,
  `DEMO_PASSWORD: ${SECRET}`,
  `password: a long ${SECRET} phrase`,
  `{\\"password\\":\\"a long ${SECRET} phrase\\"}`,
  `{"email":"x","password":"${SECRET}","remember":true}`,
  `{\\"password\\":\\"${SECRET}\\"}`,
  `Authorization: Bearer ${SECRET}`,
  `authorization: Basic ${SECRET}==`,
  `"authorization":"Bearer ${SECRET}"`,
  `refused bearer ${SECRET}`,
  `Cookie: mithaq_session=${SECRET}; theme=dark`,
  `set-cookie: mithaq_session=${SECRET}; Path=/; HttpOnly`,
  `mithaq_${SECRET}${SECRET}`,
  `GET https://register.test/invitations?token=${SECRET}&x=1`,
  `https://register.test/reset#${SECRET}`,
  `otpauth://totp/Mithaq:me?secret=${SECRET}&issuer=Mithaq`,
  `OTPAUTH-MIGRATION://offline?data=${SECRET}`,
  `$argon2id$v=19$m=19456,t=2,p=1$${SECRET}$abc`,
  `Key (email)=(${SECRET}@register.test) already exists.`,
  `duplicate key (lower(email))=(${SECRET}) exists`,
  `invalid input syntax for type uuid: "${SECRET}"`,
  `550 5.1.1 <${SECRET}@register.test>: Recipient address rejected`,
  `"${SECRET} quoted"@register.test`,
  `${SECRET}%40register.test`,
  `${SECRET}@منصة.test`,
  `recovery codes: ${SECRET}`,
  `client_secret=${SECRET}`,
  `-----BEGIN PRIVATE KEY-----\n${SECRET}\n-----END PRIVATE KEY-----`,
  `-----BEGIN ED25519 PRIVATE KEY-----\n${SECRET}`,
  `eyJhbGciOiJIUzI1NiJ9.${SECRET}.${SECRET}`,
];

describe('a text on its way to the log', () => {
  it.each(TEXTS)('says %j without its secret', (text) => {
    expect(withoutSecrets(text)).not.toMatch(/hunter2|Geheimnis/);
  });

  it('hides an opaque token wherever it stands', () => {
    expect(withoutSecrets(`/invitations/${TOKEN}/accept (${TOKEN})`)).not.toContain(TOKEN.slice(2, 30));
  });

  it.each([
    'GET /api/v1/agreements/{id} 200',
    '0190c2a4-9b7e-7c11-8d7a-3f5e9a1b2c3d is not there',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'relation "account" does not exist',
    'at Function.execute (/srv/mithaq/dist/libs/identity/src/use-cases/create-first-account.js:31:15)',
    'alerts.dispatch failed: the mail server did not take it now: 451 4.7.1',
    'الجودة: تم تسجيل الاتفاقية',
  ])('keeps %j as it is', (text) => expect(withoutSecrets(text)).toBe(text));

  it('is bounded, and a secret at the edge is not shown by half', () => {
    const clean = withoutSecrets(`${'x '.repeat(8_188)}password=${SECRET}`);
    expect(clean.length).toBeLessThan(9_000);
    expect(clean).not.toContain('hunter2');
  });

  it.each(['a.', 'a://', 'key (', 'eyJa.', '"', 'password=', '@', 'a%', '-----BEGIN A', '\\', '\u0627'])(
    'is looked through in little time, also when made of %j',
    (piece) => {
      const before = performance.now();
      withoutSecrets(piece.repeat(50_000));
      expect(performance.now() - before).toBeLessThan(1_000);
    },
  );
});

describe('an object on its way to the log', () => {
  const shown = (value: unknown) => JSON.stringify(loggable(value));

  it.each([
    { password: SECRET },
    { user: { credentials: { currentPassword: SECRET } } },
    { headers: { authorization: `Bearer ${SECRET}`, cookie: `mithaq_session=${SECRET}` } },
    { 'set-cookie': [`mithaq_session=${SECRET}`] },
    [{ token: SECRET }, { refresh_token: SECRET }],
    { recoveryCodes: [SECRET] },
    { nested: new Map([['apiKey', SECRET]]) },
    { secret: Buffer.from(SECRET) },
    { body: Buffer.from(SECRET) },
    { url: new URL(`postgres://app:${SECRET}@db/mithaq`) },
    { email: SECRET },
    { [`${SECRET}@register.test`]: 1 },
    { envelope: { to: [SECRET], from: 'x' } },
    { password_hash: SECRET },
    { AUDIT_SIGNING_KEY: SECRET },
  ])('%j loses its secret', (value) => {
    expect(shown(value)).not.toMatch(/hunter2|Geheimnis/);
    expect(shown(value)).not.toContain(Buffer.from(SECRET).toString('base64'));
  });

  it('an error of the driver is known by its code, and not by its values', () => {
    const driverError = Object.assign(
      new Error(`duplicate key value violates unique constraint "account_email_key"`),
      {
        code: '23505',
        constraint: 'account_email_key',
        table: 'account',
        detail: `Key (email)=(${SECRET}@register.test) already exists.`,
        where: SECRET,
      },
    );
    const error = new QueryFailedError('INSERT INTO account VALUES ($1)', [SECRET], driverError);
    expect(shown(error)).not.toMatch(/hunter2|INSERT/);
    expect(loggable(error)).toMatchObject({
      code: '23505',
      table: 'account',
      constraint: 'account_email_key',
    });
  });

  it('an error of the driver does not repeat what it could not read', () => {
    const error = Object.assign(new Error(`value "a" is out of range: "${SECRET}"`), { code: '22003' });
    expect(shown(error)).not.toContain('hunter2');
  });

  it('an error of the mail library says neither its answer nor its recipients', () => {
    const error = Object.assign(new Error(`Can't send mail - rejected: ${SECRET}@register.test`), {
      code: 'EENVELOPE',
      response: `550 ${SECRET} unknown`,
      rejected: [`${SECRET}@register.test`],
      command: `RCPT TO:<${SECRET}>`,
    });
    expect(shown(error)).not.toMatch(/hunter2/);
    expect(loggable(error)).toMatchObject({ code: 'EENVELOPE' });
  });

  it('looks into causes, gathered errors and stacks', () => {
    const cause = new Error(`postgres://a:${SECRET}@db`);
    const gathered = new AggregateError([new Error(`password=${SECRET}`)], `token=${SECRET}`);
    const error = new Error(`outer cookie: ${SECRET}`, { cause: { inner: [cause, gathered] } });
    expect(shown(error)).not.toMatch(/hunter2/);
    expect(shown(error)).toContain('at ');
  });

  it('survives circles, depth, breadth and getters that fail', () => {
    const circle: Record<string, unknown> = { many: Array.from({ length: 1_000 }, (_, each) => each) };
    circle.self = circle;
    let deep: Record<string, unknown> = {};
    for (let depth = 0; depth < 1_000; depth += 1) deep = { deep };
    const fails = () => {
      throw new Error(SECRET);
    };
    const broken = Object.defineProperty({}, 'x', { enumerable: true, get: fails });
    expect(shown({ circle, deep, broken, bigint: 1n, none: undefined, not: NaN }).length).toBeLessThan(2_000);
  });
});
