import { createHash, randomBytes } from 'node:crypto';
import type { RoleGrant } from '@app/kernel';
import { organisationsOf } from '@app/identity';
import { type Caller, SESSION_COOKIE, newId } from '@app/platform';
import type { TestApi, TestAnswer, TestRequest } from './application';

export interface AccountToMake {
  readonly grants: readonly RoleGrant[];
  readonly email?: string;
  readonly name?: string;
  readonly language?: 'ar' | 'fr' | 'en';
  /** Whether its session was opened with a second factor; it was unless told otherwise. */
  readonly secondFactor?: boolean;
}

/** Somebody signed in, and their way to the api. */
export interface SignedInAccount {
  readonly accountId: string;
  readonly sessionId: string;
  readonly email: string;
  readonly cookie: string;
  http<Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    request?: TestRequest,
  ): Promise<TestAnswer<Body>>;
}

const COUNTRY = { kind: 'country' } as const;

/** A role for the whole country. */
export function countryWide(role: string): RoleGrant {
  return { role, scope: COUNTRY };
}

/** A caller with these roles, for use cases that are asked without HTTP. */
export function callerWith(grants: readonly RoleGrant[], accountId: string = newId()): Caller {
  return {
    ...{ accountId, sessionId: newId(), tokenId: null, language: 'en', grants },
    ...{ limitedTo: null, secondFactor: true, organisations: organisationsOf(grants) },
  };
}

/** Writes an account with its grants and an open session straight into the tables, so that no password is hashed. */
export async function signInAs(api: TestApi, account: AccountToMake): Promise<SignedInAccount> {
  const accountId = newId();
  const sessionId = newId();
  const token = randomBytes(32).toString('base64url');
  const { email = `${accountId}@accounts.test`, name = null, language = 'en', secondFactor = true } = account;
  const kind = account.grants.some(({ scope }) => scope.kind === 'organisation') ? 'investor' : 'staff';
  const db = api.dataSource;
  await db.query('INSERT INTO account (id, email, name, language, kind) VALUES ($1, $2, $3, $4, $5)', [
    accountId,
    email,
    name,
    language,
    kind,
  ]);
  for (const { role, scope } of account.grants) {
    await db.query(
      `INSERT INTO role_grant (id, account_id, account_kind, role, scope_kind, codes, organisation_id, granted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, '2026-01-01')`,
      [
        newId(),
        accountId,
        kind,
        role,
        scope.kind,
        'codes' in scope ? scope.codes : [],
        'organisationId' in scope ? scope.organisationId : null,
      ],
    );
  }
  await db.query(
    `INSERT INTO session (id, account_id, token_sha256, created_at, last_seen_at, expires_at, second_factor)
     VALUES ($1, $2, $3, now(), now(), now() + interval '1 hour', $4)`,
    [sessionId, accountId, createHash('sha256').update(token).digest(), secondFactor],
  );
  const cookie = `${SESSION_COOKIE}=${token}`;
  return {
    accountId,
    sessionId,
    email,
    cookie,
    http: (method, path, request = {}) =>
      api.http(method, path, {
        ...request,
        anonymous: true,
        headers: { cookie, ...request.headers },
      }),
  };
}
