import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Name, Text } from '@/ui/text';

/** Names change rarely: what was read once is good for the session. */
const KEPT = { staleTime: 300_000, retry: false } as const;
const ALL = { params: { query: { limit: 100 } } } as const;

/** An organisation by its id. */
export function OrganisationName({ id }: { readonly id: string }) {
  const { data, isError } = useApi().useQuery(
    'get',
    '/api/v1/organisations/{id}',
    { params: { path: { id } } },
    KEPT,
  );
  return <Resolved failed={isError}>{data ? <Text of={data.names} /> : null}</Resolved>;
}

/** A person by their id; whoever was erased has no name any more. */
export function PersonName({ id }: { readonly id: string }) {
  const { t } = useTranslation('words');
  const { data, isError } = useApi().useQuery(
    'get',
    '/api/v1/persons/{id}',
    { params: { path: { id } } },
    KEPT,
  );
  const [preferred] = data?.names ?? [];
  return (
    <Resolved failed={isError}>
      {data ? preferred ? <Name>{preferred.value}</Name> : t('absence.erased') : null}
    </Resolved>
  );
}

/** A source by its id: what it is called, and the way to it. */
export function SourceName({ id }: { readonly id: string }) {
  const { data, isError } = useApi().useQuery(
    'get',
    '/api/v1/sources/{id}',
    { params: { path: { id } } },
    KEPT,
  );
  return (
    <Resolved failed={isError}>
      {data ? (
        <>
          <a href={data.url} target="_blank" rel="noreferrer noopener" title={data.url}>
            <Name>{nameOfSource(data)}</Name>
          </a>
          {data.publisher && data.title ? (
            <>
              {' '}
              · <Name>{data.publisher}</Name>
            </>
          ) : null}
        </>
      ) : null}
    </Resolved>
  );
}

/** A source by its title, else by who published it, else by where it lies. */
export function nameOfSource({
  title,
  publisher,
  url,
}: {
  readonly title: string | null;
  readonly publisher?: string | null;
  readonly url: string;
}): string {
  return title ?? publisher ?? (URL.canParse(url) ? new URL(url).hostname : url);
}

/** A signing event by its id. */
export function EventName({ id }: { readonly id: string }) {
  const { data, isError } = useApi().useQuery(
    'get',
    '/api/v1/events/{id}',
    { params: { path: { id } } },
    KEPT,
  );
  return <Resolved failed={isError}>{data ? <Text of={data.names} /> : null}</Resolved>;
}

type Listed = { readonly id: string; readonly code?: string; readonly names: object };

/** Regions by their codes. */
export function RegionNames({ codes }: { readonly codes: readonly string[] }) {
  return <Names of={codes} among={useApi().useQuery('get', '/api/v1/regions', ALL, KEPT).data?.items} />;
}

/** Sectors by their codes. */
export function SectorNames({ codes }: { readonly codes: readonly string[] }) {
  return <Names of={codes} among={useApi().useQuery('get', '/api/v1/sectors', ALL, KEPT).data?.items} />;
}

/** Zones by their ids. */
export function ZoneNames({ ids }: { readonly ids: readonly string[] }) {
  return <Names of={ids} among={useApi().useQuery('get', '/api/v1/zones', ALL, KEPT).data?.items} />;
}

/** Names in a row; what is not found stays by its code. */
function Names({
  of,
  among,
}: {
  readonly of: readonly string[];
  readonly among: readonly Listed[] | undefined;
}) {
  return (
    <ul className="plain-list">
      {of.map((key) => {
        const found = among?.find(({ id, code }) => id === key || code === key);
        return <li key={key}>{found ? <Text of={found.names} /> : <Name>{key}</Name>}</li>;
      })}
    </ul>
  );
}

/** Who did something: oneself, the holder of a position, the register itself, or another account. */
export function ActorName({ actor }: { readonly actor: string }) {
  const { t } = useTranslation('review');
  const api = useApi();
  const me = api.useQuery('get', '/api/v1/me', {}, KEPT).data;
  const positions = api.useQuery('get', '/api/v1/positions', ALL, KEPT).data;
  const [kind, id] = actor.split(':');
  if (kind !== 'account') return <>{t('actor.register')}</>;
  if (me?.id === id) return <>{t('actor.you')}</>;
  for (const { names, holder, delegate } of positions?.items ?? []) {
    const account = [holder, delegate?.account].find((one) => one?.id === id);
    if (account?.name) return <Name>{account.name}</Name>;
    if (account) return <Text of={names} />;
  }
  return <>{t('actor.another')}</>;
}

function Resolved({ failed, children }: { readonly failed: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation('review');
  if (failed) return <span className="muted">{t('nameUnread')}</span>;
  return <>{children ?? <span className="muted">…</span>}</>;
}
