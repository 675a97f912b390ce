import { Secret, TOTP } from 'otpauth';
import { SetPassword } from '@app/identity';
import { Clock } from '@app/kernel';
import { SESSION_COOKIE } from '@app/platform';
import { AccountToMake, SignedInAccount, signInAs } from './accounts';
import type { TestAnswer, TestApi, TestRequest } from './application';

export const PASSPHRASE = 'seven herons on a wire';

/** Somebody signed in, who has a password. */
export async function signInWithPassword(api: TestApi, account: AccountToMake): Promise<SignedInAccount> {
  const made = await signInAs(api, account);
  await api.app.get(SetPassword).execute({
    accountId: made.accountId,
    password: PASSPHRASE,
    actor: 'system:tests',
    keptSession: made.sessionId,
  });
  return made;
}

/** The code that a device shows, so many steps of 30 seconds from now. */
export function codeOf(secret: string, at: Date, steps = 0): string {
  const codes = new TOTP({ secret: Secret.fromBase32(secret) });
  return codes.generate({ timestamp: at.getTime() + steps * 30_000 });
}

/** The same for the clock of an api. */
export function codeNow(api: TestApi, secret: string, steps = 0): string {
  return codeOf(secret, api.app.get(Clock).outside(), steps);
}

/** Enrols a second factor through the interface. */
export async function enrol(
  api: TestApi,
  person: SignedInAccount,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const started = await person.http<{ secret: string; uri: string }>('POST', '/me/second-factor', {
    body: { password: PASSPHRASE },
  });
  const { secret } = started.body;
  const confirmed = await person.http<{ recoveryCodes: string[] }>('POST', '/me/second-factor/confirmation', {
    body: { code: codeNow(api, secret) },
  });
  if (confirmed.status !== 201) throw new Error(JSON.stringify([started.body, confirmed.body]));
  // As if it had been the code before, so that the present one and the next are left to sign in with.
  await api.dataSource.query('UPDATE second_factor SET last_step = last_step - 1 WHERE account_id = $1', [
    person.accountId,
  ]);
  return { secret, recoveryCodes: confirmed.body.recoveryCodes };
}

/** The session that an answer opened, as a browser sends it. */
export function cookieOf({ headers }: TestAnswer<unknown>): string {
  const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
  if (!cookie.startsWith(`${SESSION_COOKIE}=`)) throw new Error('the answer opens no session');
  return cookie;
}

/** Asks with another session, token or nothing. */
export function as(headers: Record<string, string> = {}): TestRequest {
  return { anonymous: true, headers };
}

/** Tries to sign in. */
export function trySignIn<Body = { code: string }>(
  api: TestApi,
  body: { email: string; password?: string; code?: string; recoveryCode?: string },
): Promise<TestAnswer<Body>> {
  return api.http<Body>('POST', '/session', { anonymous: true, body: { password: PASSPHRASE, ...body } });
}

/** What the audit trail says about a subject, in the order of writing. */
export async function actionsAbout(api: TestApi, subjectId: string): Promise<string[]> {
  const rows = await api.dataSource.query<{ action: string }[]>(
    'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id',
    [subjectId],
  );
  return rows.map(({ action }) => action);
}
