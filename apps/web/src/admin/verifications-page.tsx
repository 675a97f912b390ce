import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { isProblem, problemOf } from '@/api/problem';
import { useApi, useClient, useLanguage, useRefresh } from '@/app/services';
import { useSession } from '@/app/session';
import { useSending } from '@/app/use-sending';
import { formatInstant } from '@/formats/dates';
import { formatNumber, formatShare } from '@/formats/numbers';
import { RecordList } from '@/records/list-page';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

export type Verification = components['schemas']['VerificationResponse'];

/** How often a page asks how far a verification is, in milliseconds. */
export const PROGRESS_EVERY = 2_000;

/** Whether a worker has still to do with it. */
export const isUnderWay = ({ state }: Pick<Verification, 'state'>): boolean =>
  state === 'waiting' || state === 'running';

/** Verifications of the audit trail, the latest first, and the way to ask for one. */
export function VerificationsPage() {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const { can } = useSession();
  const [search] = useSearchParams();
  const query = useApi().useQuery(
    'get',
    '/api/v1/audit/verifications',
    { params: { query: { cursor: search.get('cursor') } } },
    {
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? PROGRESS_EVERY : false),
    },
  );
  return (
    <AdminPage
      title={t('place.verifications')}
      lead={t('verification.lead')}
      actions={can('audit_verification.request') ? <Ask /> : null}
    >
      <RecordList
        query={query}
        caption={t('place.verifications')}
        rowKey={({ id }) => id}
        empty={t('verification.none')}
        emptyText={t('verification.noneText')}
        columns={[
          {
            key: 'when',
            heading: t('verification.requested'),
            isRowHeading: true,
            cell: ({ id, requestedAt }: Verification) => (
              <Link to={`/staff/admin/verifications/${id}`}>{formatInstant(requestedAt, language)}</Link>
            ),
          },
          {
            key: 'who',
            heading: t('verification.by'),
            cell: ({ requestedByName }) =>
              requestedByName ? <Name>{requestedByName}</Name> : t('verification.formerAccount'),
          },
          { key: 'state', heading: t('verification.state'), cell: (one) => <Outcome of={one} /> },
          {
            key: 'entries',
            heading: t('verification.entries'),
            numeric: true,
            cell: ({ result, linesTotal }) => {
              const entries = result?.entries ?? linesTotal;
              return entries === null ? null : formatNumber(entries, language);
            },
          },
        ]}
      />
    </AdminPage>
  );
}

/** How it stands, or what it found, in one word. */
export function Outcome({ of: { state, result, percent, isLost } }: { readonly of: Verification }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  if (result)
    return (
      <Badge tone={result.sound ? 'good' : 'late'}>
        {t(result.sound ? 'verification.sound' : 'verification.broken')}
      </Badge>
    );
  if (state === 'failed') return <Badge tone="attention">{t('verification.failed')}</Badge>;
  return (
    <>
      <Badge tone={isLost ? 'attention' : 'plain'}>
        {t(
          isLost
            ? 'verification.lost'
            : state === 'running'
              ? 'verification.running'
              : 'verification.waiting',
        )}
      </Badge>{' '}
      {percent === null ? null : formatShare(percent / 100, language)}
    </>
  );
}

/** Asks for one; where one runs already, that one is shown. */
function Ask() {
  const { t } = useTranslation('admin');
  const client = useClient();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { error, busy, send } = useSending();
  const show = (id: string) => void navigate(`/staff/admin/verifications/${id}`);
  const ask = () =>
    void send(
      () => client.POST('/api/v1/audit/verifications'),
      ({ data }) => {
        void refresh();
        if (data) show(data.id);
      },
      (refused) => {
        if (!isProblem(refused, 'verification_under_way')) return false;
        const { running } = problemOf(refused) as unknown as { readonly running: { readonly id: string } };
        show(running.id);
        return true;
      },
    );
  return (
    <>
      <ErrorSummary error={error} />
      <Button weight="main" busy={busy} onClick={ask}>
        {t('verification.ask')}
      </Button>
    </>
  );
}
