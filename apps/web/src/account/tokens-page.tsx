import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useApi, useClient, useLanguage, useRefresh } from '@/app/services';
import { useSession } from '@/app/session';
import { formatInstant } from '@/formats/dates';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { Notice } from '@/ui/notice';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { OwnAccountPage } from './own-account-page';
import { type MadeToken, TokenForm } from './token-form';
import { useSending } from '@/app/use-sending';

type Token = components['schemas']['TokenResponse'];

/** API tokens: keys for programs that act as their holder. */
export function TokensPage() {
  const { account } = useSession();
  const { t } = useTranslation('account');
  const [search] = useSearchParams();
  const cursor = search.get('cursor');
  const query = useApi().useQuery('get', '/api/v1/me/tokens', { params: { query: { cursor } } });
  const [made, setMade] = useState<MadeToken | null>(null);
  const [making, setMaking] = useState(false);
  return (
    <OwnAccountPage title={t('tabs.tokens')}>
      <p className="prose">{t('tokens.lead')}</p>
      {made ? <ShownOnce token={made} onKept={() => setMade(null)} /> : null}
      <Loaded query={query}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title={t('tokens.none')}>{t('tokens.noneText')}</Empty>
          ) : (
            <>
              <TokenTable tokens={items} />
              <PageLinks nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      {making ? (
        <TokenForm
          account={account}
          onCancel={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false);
            setMade(token);
          }}
        />
      ) : (
        <div>
          <Button weight="main" onClick={() => setMaking(true)}>
            {t('tokens.make')}
          </Button>
        </div>
      )}
    </OwnAccountPage>
  );
}

function ShownOnce({ token, onKept }: { readonly token: MadeToken; readonly onKept: () => void }) {
  const { t } = useTranslation('account');
  return (
    <div role="status">
      <Notice tone="attention" title={t('tokens.once', { name: token.name })}>
        <div className="stack">
          <code className="account-code" dir="ltr">
            {token.token}
          </code>
          <div className="actions">
            <CopyButton text={token.token} label={t('tokens.copy')} />
            <Button onClick={onKept}>{t('tokens.kept')}</Button>
          </div>
        </div>
      </Notice>
    </div>
  );
}

function TokenTable({ tokens }: { readonly tokens: readonly Token[] }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const [revoking, setRevoking] = useState<Token | null>(null);
  return (
    <>
      <Table
        caption={t('tabs.tokens')}
        captionHidden
        rows={tokens}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            heading: t('tokens.name'),
            isRowHeading: true,
            cell: ({ name }) => <Name>{name}</Name>,
          },
          {
            key: 'permissions',
            heading: t('tokens.permissions'),
            cell: ({ permissions }) => t('tokens.permissionCount', { count: permissions.length }),
          },
          {
            key: 'used',
            heading: t('tokens.lastUsed'),
            cell: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt, language) : t('tokens.never')),
          },
          {
            key: 'expires',
            heading: t('tokens.expires'),
            cell: ({ expiresAt }) => formatInstant(expiresAt, language),
          },
          {
            key: 'revoke',
            heading: <span className="visually-hidden">{t('tokens.action')}</span>,
            cell: (token) => (
              <Button weight="quiet" onClick={() => setRevoking(token)}>
                {t('tokens.revoke')}
              </Button>
            ),
          },
        ]}
      />
      <Dialog open={revoking !== null} title={t('tokens.revokeTitle')} onClose={() => setRevoking(null)}>
        {revoking ? <Revoke token={revoking} onClose={() => setRevoking(null)} /> : null}
      </Dialog>
    </>
  );
}

function Revoke({ token, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const { t } = useTranslation('account');
  const client = useClient();
  const refresh = useRefresh();
  const { error, busy, send } = useSending();
  const revoke = () =>
    void send(
      () => client.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id: token.id } } }),
      () => {
        onClose();
        void refresh();
      },
    );
  return (
    <>
      <ErrorSummary error={error} />
      <p>{t('tokens.revokeText', { name: token.name })}</p>
      <div className="actions">
        <Button weight="grave" busy={busy} onClick={revoke}>
          {t('tokens.revoke')}
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}
