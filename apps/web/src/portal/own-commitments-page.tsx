import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { OwnCommitment } from './own-commitment';

/** What the own organisations promised: how each stands, what is to be done next, what is held as proof. */
export function OwnCommitmentsPage() {
  const { t } = useTranslation('portal');
  const [search] = useSearchParams();
  const cursor = search.get('cursor');
  const own = useApi().useQuery(
    'get',
    '/api/v1/me/commitments',
    { params: { query: { limit: 20, ...(cursor ? { cursor } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page title={t('own.title')} lead={t('own.lead')}>
      <Loaded query={own} lines={9}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title={t('own.none')}>{t('own.noneText')}</Empty>
          ) : (
            <div className="stack">
              {items.map((one) => (
                <OwnCommitment key={one.commitment.id} of={one} />
              ))}
              <PageLinks nextCursor={nextCursor} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
