import type { RoleGrant } from '@app/kernel';
import { type Caller, Transactions, duringRequest, newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { SignedInAccount } from './accounts';
import type { TestApi } from './application';

/** Runs statements as they would run in a request of this account. */
export function asCaller<T>(
  api: TestApi,
  { accountId, sessionId }: SignedInAccount,
  { grants, organisations }: { grants?: readonly RoleGrant[]; organisations: readonly string[] | null },
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const caller: Caller = {
    accountId,
    sessionId,
    tokenId: null,
    language: 'en',
    grants: grants ?? [],
    limitedTo: null,
    secondFactor: true,
    organisations,
  };
  const request = { id: newId(), address: null, origin: null, agent: null, caller };
  return duringRequest(request, () => api.app.get(Transactions).run(work));
}
