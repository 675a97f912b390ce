import { useMemo } from 'react';
import { useApi } from '@/app/services';
import { useSession } from '@/app/session';
import type { TextInLanguages } from '@/ui/text';

/** Names of the country and the house by their codes and ids; a code without a name stands for itself. */
export interface RegisterNames {
  readonly region: (code: string) => TextInLanguages;
  readonly sector: (code: string) => TextInLanguages;
  readonly zone: (id: string) => TextInLanguages;
  readonly position: (id: string) => TextInLanguages;
}

/** They change about once a year: a page reads them once. */
const LONG = { staleTime: 600_000 };
const ALL = { params: { query: { limit: 100 } } };

/** The names that records refer to by code or id. */
export function useRegisterNames(): RegisterNames {
  const api = useApi();
  const { can } = useSession();
  const regions = api.useQuery('get', '/api/v1/regions', ALL, LONG).data;
  const sectors = api.useQuery('get', '/api/v1/sectors', ALL, LONG).data;
  const zones = api.useQuery('get', '/api/v1/zones', ALL, LONG).data;
  const mayReadPositions = can('position.read');
  const positions = api.useQuery('get', '/api/v1/positions', ALL, {
    ...LONG,
    enabled: mayReadPositions,
  }).data;
  return useMemo(() => {
    const byCode = (items: readonly { code: string; names: TextInLanguages }[] | undefined) =>
      new Map(items?.map(({ code, names }) => [code, names]));
    const byId = (items: readonly { id: string; names: TextInLanguages }[] | undefined) =>
      new Map(items?.map(({ id, names }) => [id, names]));
    const from = (known: ReadonlyMap<string, TextInLanguages>) => (key: string) =>
      known.get(key) ?? { en: key };
    return {
      region: from(byCode(regions?.items)),
      sector: from(byCode(sectors?.items)),
      zone: from(byId(zones?.items)),
      position: from(byId(positions?.items)),
    };
  }, [regions, sectors, zones, positions]);
}
