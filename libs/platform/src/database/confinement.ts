import type { EntityManager } from 'typeorm';
import { currentRequest } from '../request/current-request';
import { sqlStateOf } from './failures';
import { INVESTOR_ROLE } from './investor-rows';
import { InvestorsUnavailable } from './refusals';

/** SQLSTATEs of a role that does not exist, and of one that the application may not take on. */
const NO_SUCH_ROLE = new Set(['22023', '42704', '42501']);

/** Whose rows alone a transaction finds. */
export interface Confinement {
  readonly accountId: string;
  readonly organisations: readonly string[];
}

/** What confines the running request: an investor is confined, staff, the system and public routes are free. */
export function currentConfinement(): Confinement | null {
  const request = currentRequest();
  if (request === null || request.isPublic === true) return null;
  const { caller } = request;
  if (caller === null || caller.organisations === null) return null;
  return { accountId: caller.accountId, organisations: caller.organisations };
}

/**
 * Lets the rest of a transaction run as an investor's; role and settings end with it.
 * @throws InvestorsUnavailable when the database has no such role, or has not said what it may.
 */
export async function confine(tx: EntityManager, { accountId, organisations }: Confinement): Promise<void> {
  const [row] = await tx
    .query<[{ ready: boolean }]>(
      `SELECT set_config('mithaq.account', $1, true), set_config('mithaq.organisations', $2, true),
              -- Policies within policies look costly to the planner, which would compile them for longer than they run.
              set_config('jit', 'off', true), set_config('role', '${INVESTOR_ROLE}', true),
              has_table_privilege('${INVESTOR_ROLE}', 'public.agreement', 'SELECT') AS ready`,
      [accountId, `{${organisations.join(',')}}`],
    )
    .catch((error: unknown) => {
      if (NO_SUCH_ROLE.has(sqlStateOf(error) ?? '')) throw new InvestorsUnavailable();
      throw error;
    });
  if (!row.ready) throw new InvestorsUnavailable();
}
