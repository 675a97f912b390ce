import { useEffect, useState } from 'react';
import { useApi, useRefresh, useServices } from '@/app/services';
import { useSession } from '@/app/session';
import { DraftStore } from '@/logging/draft/draft-store';
import { findKept, keepDraft } from '@/logging/draft/kept-drafts';
import {
  REPORT_DRAFT,
  type ReportRecord,
  type ReportStore,
  type ReportTyped,
  requestOf,
} from './report-draft';

/** Holds a report while it is typed: saved after each pause, kept in the browser while the register is away. */
export function useReportStore(record: ReportRecord): ReportStore {
  const $api = useApi();
  const { queries } = useServices();
  const refresh = useRefresh();
  const { account } = useSession();
  // Without a connection it fails at once, and what was typed is said to be kept here.
  const patch = $api.useMutation('patch', '/api/v1/reports/{id}', { networkMode: 'always' });
  const [store] = useState((): ReportStore => {
    const path = { id: record.id };
    return new DraftStore(record, findKept<ReportTyped>(account.id, record.id), REPORT_DRAFT, {
      save: (revision, typed) =>
        patch.mutateAsync({
          params: { path, header: { 'If-Match': `"${revision}"` } },
          body: requestOf(typed),
        }),
      read: () =>
        queries.fetchQuery({
          ...$api.queryOptions('get', '/api/v1/reports/{id}', { params: { path } }),
          staleTime: 0,
        }),
      keep: (kept) => keepDraft(account.id, record.id, kept),
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
      void store.flush().finally(() => {
        store.stop();
        void refresh();
      });
    };
  }, [store, refresh]);
  return store;
}
