import { createHash, randomBytes } from 'node:crypto';
import type { Permission } from '@app/kernel';
import { newId } from '@app/platform';
import { type AccountToMake, type SignedInAccount, signInAs } from './accounts';
import type { TestApi } from './application';

export interface TokenToMake extends AccountToMake {
  readonly permissions: readonly Permission[];
  /** Whether it is worth nothing any more. */
  readonly over?: 'expired' | 'revoked';
}

/** Writes an account with an API token straight into the tables; what it asks, it asks with the token alone. */
export async function withToken(api: TestApi, token: TokenToMake): Promise<Pick<SignedInAccount, 'http'>> {
  const { accountId } = await signInAs(api, token);
  const secret = `mithaq_${randomBytes(32).toString('base64url')}`;
  const { permissions, over } = token;
  await api.dataSource.query(
    `INSERT INTO api_token (id, account_id, name, token_sha256, permissions, second_factor, created_at, expires_at,
                            revoked_at)
     VALUES ($1, $2, 'of a test', $3, $4, true, '2026-06-01', $5, $6)`,
    [
      newId(),
      accountId,
      createHash('sha256').update(secret).digest(),
      permissions,
      over === 'expired' ? '2026-06-02' : '2027-05-01',
      over === 'revoked' ? '2026-06-02' : null,
    ],
  );
  return {
    http: (method, path, request = {}) =>
      api.http(method, path, {
        ...request,
        anonymous: true,
        headers: { authorization: `Bearer ${secret}`, ...request.headers },
      }),
  };
}
