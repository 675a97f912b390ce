import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { problemOf } from '@/api/problem';
import { Page } from '@/app/page';
import { useApi, useRefresh, useServices } from '@/app/services';
import { useSession } from '@/app/session';
import { Button, ButtonLink } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Empty, Failure, Skeleton } from '@/ui/states';
import { AGREEMENT_DRAFT } from './agreement-draft';
import type { DraftContent, DraftDocument } from './document';
import { DraftContext, useDraft } from './draft-context';
import { DraftStore } from './draft-store';
import { findKept, keepDraft } from './kept-drafts';
import { type DraftRecord, documentOf, requestOf } from './request';

/** Reads the open draft of an agreement and holds it while its pages are visited. */
export function DraftProvider({
  agreementId,
  children,
}: {
  readonly agreementId: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('logging');
  const $api = useApi();
  const path = { id: agreementId };
  const once = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false } as const;
  const { account } = useSession();
  const draft = $api.useQuery('get', '/api/v1/agreements/{id}/draft', { params: { path } }, once);
  const isFirst = draft.data?.kind === 'first';
  const record = $api.useQuery(
    'get',
    '/api/v1/agreements/{id}',
    { params: { path } },
    { ...once, enabled: draft.data !== undefined && !isFirst },
  );
  const error = draft.error ?? record.error;
  if (draft.data && (isFirst || record.data)) {
    return (
      <HeldDraft
        key={agreementId}
        agreementId={agreementId}
        accountId={account.id}
        record={draft.data}
        base={record.data ? documentOf(record.data.document) : null}
      >
        {children}
      </HeldDraft>
    );
  }
  const isMissing = problemOf(error)?.status === 404;
  return (
    <Page title={t('draft.title')}>
      {isMissing ? (
        <Empty title={t('draft.none')}>
          <div className="actions">
            <ButtonLink to={`/staff/agreements/${agreementId}/draft/open`}>{t('draft.open')}</ButtonLink>
            <ButtonLink to={`/staff/agreements/${agreementId}`} weight="quiet">
              {t('draft.toRecord')}
            </ButtonLink>
          </div>
        </Empty>
      ) : error ? (
        <Failure error={error} onRetry={() => void draft.refetch()} />
      ) : (
        <Skeleton lines={9} />
      )}
    </Page>
  );
}

function HeldDraft({
  agreementId,
  accountId,
  record,
  base,
  children,
}: {
  readonly agreementId: string;
  readonly accountId: string;
  readonly record: DraftRecord;
  readonly base: DraftDocument | null;
  readonly children: ReactNode;
}) {
  const $api = useApi();
  const { queries } = useServices();
  const refresh = useRefresh();
  // Without a connection it fails at once, and what was typed is said to be kept here.
  const put = $api.useMutation('put', '/api/v1/agreements/{id}/draft', { networkMode: 'always' });
  const [store] = useState(() => {
    const path = { id: agreementId };
    return new DraftStore(record, findKept<DraftContent>(accountId, agreementId), AGREEMENT_DRAFT, {
      save: (revision, content) =>
        put.mutateAsync({
          params: { path, header: { 'If-Match': `"${revision}"` } },
          body: requestOf(content),
        }),
      read: () =>
        queries.fetchQuery({
          ...$api.queryOptions('get', '/api/v1/agreements/{id}/draft', { params: { path } }),
          staleTime: 0,
        }),
      keep: (kept) => keepDraft(accountId, agreementId, kept),
      after: (milliseconds, then) => {
        const timer = window.setTimeout(then, milliseconds);
        return () => window.clearTimeout(timer);
      },
    });
  });
  useEffect(() => {
    const save = () => void store.flush();
    window.addEventListener('online', save);
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('online', save);
      window.removeEventListener('pagehide', save);
      // Whoever comes back reads what is on the server then, and lists show what was saved.
      void store.flush().finally(() => {
        store.stop();
        void refresh();
      });
    };
  }, [store, refresh]);
  const draft = useMemo(() => ({ agreementId, store, base }), [agreementId, store, base]);
  return (
    <DraftContext value={draft}>
      {children}
      <LeaveHeld />
    </DraftContext>
  );
}

/** Whoever leaves with something unsaved waits for it to be saved, or is asked when it cannot be. */
function LeaveHeld() {
  const { t } = useTranslation('logging');
  const { agreementId, store } = useDraft();
  const inside = `/staff/agreements/${agreementId}/draft`;
  const blocker = useBlocker(({ nextLocation }) => {
    const { saving } = store.snapshot();
    return saving !== 'saved' && saving !== 'closed' && !nextLocation.pathname.startsWith(inside);
  });
  const [asks, setAsks] = useState(false);
  const { state, proceed } = blocker;
  useEffect(() => {
    if (state !== 'blocked') return;
    void store.flush().then(() => {
      if (store.snapshot().saving === 'saved') proceed?.();
      else setAsks(true);
    });
  }, [state, proceed, store]);
  const stay = () => {
    setAsks(false);
    blocker.reset?.();
  };
  return (
    <Dialog open={asks && state === 'blocked'} title={t('leave.title')} onClose={stay}>
      <p>{t('leave.text')}</p>
      <div className="actions">
        <Button weight="main" onClick={stay}>
          {t('leave.stay')}
        </Button>
        <Button
          onClick={() => {
            setAsks(false);
            proceed?.();
          }}
        >
          {t('leave.go')}
        </Button>
      </div>
    </Dialog>
  );
}
