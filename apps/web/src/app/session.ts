import { createContext, useContext, useMemo } from 'react';
import type { components } from '../../.generated/schema';

/** Who is signed in, as the API has it. */
export type Account = components['schemas']['AccountResponse'];

export interface Session {
  readonly account: Account;
  /** What this session may, somewhere: `agreement.log`. Whether a record allows it, the record says itself. */
  readonly permissions: ReadonlySet<string>;
  readonly can: (permission: string) => boolean;
}

/** Filled by the frame of the pages behind the sign-in. */
export const SessionContext = createContext<Account | null>(null);

/** Who is signed in on this page, and what they may. */
export function useSession(): Session {
  const account = useContext(SessionContext);
  if (!account) throw new Error('a page behind the sign-in is shown without its frame');
  return useMemo(() => {
    const permissions = new Set(account.permissions);
    return { account, permissions, can: (permission) => permissions.has(permission) };
  }, [account]);
}
