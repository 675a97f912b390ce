import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Loaded } from '@/ui/states';
import { RequestList } from '../requests/request-list';

/** What whoever promised asked to change of it. */
export function RequestsOfCommitment({ commitmentId }: { readonly commitmentId: string }) {
  const { t } = useTranslation('review');
  const requests = useApi().useQuery('get', '/api/v1/commitments/{id}/change-requests', {
    params: { path: { id: commitmentId }, query: { limit: 100 } },
  });
  return (
    <section className="section">
      <h2>{t('requests.title')}</h2>
      <Loaded query={requests} lines={2}>
        {({ items }) => <RequestList requests={items} />}
      </Loaded>
    </section>
  );
}
