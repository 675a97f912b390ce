import { useApi } from '@/app/services';
import { useSession } from '@/app/session';
import type { Choice } from '@/ui/field';

/**
 * People of staff who may be chosen: the open accounts for who may read them, else who holds or stands in for a position
 * already, and oneself.
 */
export function useStaffChoices(): readonly Choice[] {
  const { account, can } = useSession();
  const api = useApi();
  const readsAccounts = can('account.read');
  const accounts = api.useQuery(
    'get',
    '/api/v1/accounts',
    { params: { query: { kind: 'staff', active: true, limit: 100 } } },
    { enabled: readsAccounts },
  );
  const positions = api.useQuery(
    'get',
    '/api/v1/positions',
    { params: { query: { limit: 100 } } },
    { enabled: !readsAccounts },
  );
  if (readsAccounts) {
    return (accounts.data?.items ?? []).map(({ id, name, email }) => ({
      value: id,
      label: name ? `${name} · ${email}` : email,
    }));
  }
  const known = new Map([[account.id, account.name ?? account.email]]);
  for (const { holder, delegate } of positions.data?.items ?? []) {
    for (const each of [holder, delegate?.account]) {
      if (each?.active && each.name) known.set(each.id, each.name);
    }
  }
  return [...known].map(([value, label]) => ({ value, label }));
}
