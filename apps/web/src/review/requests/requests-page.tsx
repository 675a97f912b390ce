import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { SelectField } from '@/ui/field';
import { PageLinks } from '@/ui/page-links';
import { Loaded } from '@/ui/states';
import { RequestList } from './request-list';

const STATES = ['open', 'accepted_for_amendment', 'declined', 'withdrawn'] as const;
type State = (typeof STATES)[number];

/** Every request for a change, the latest first. */
export function RequestsPage() {
  const { t } = useTranslation(['review', 'words']);
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((one) => one === search.get('state'));
  const cursor = search.get('cursor');
  const page = useApi().useQuery(
    'get',
    '/api/v1/change-requests',
    { params: { query: { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}), limit: 50 } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page
      title={t('requests.title')}
      lead={t('requests.lead')}
      above={<Link to="/staff/review">{t('queue.back')}</Link>}
    >
      <div className="stack">
        <SelectField
          label={t('requests.state')}
          none={t('requests.all')}
          value={state ?? ''}
          onChange={({ target }) => setSearch(target.value ? { state: target.value as State } : {})}
          choices={STATES.map((value) => ({ value, label: t(`words:changeRequestState.${value}`) }))}
        />
        <Loaded query={page}>
          {({ items, nextCursor }) => (
            <>
              <RequestList requests={items} />
              <PageLinks nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}
