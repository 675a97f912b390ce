import { Navigate, useParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { Loaded } from '@/ui/states';
import { useText } from '@/ui/text';

/** The address of a commitment leads to the commitments of its agreement. */
export function ToCommitment() {
  const { id = '' } = useParams();
  const text = useText();
  const commitment = useApi().useQuery('get', '/api/v1/commitments/{id}', { params: { path: { id } } });
  return (
    <Page title={text(commitment.data?.title)}>
      <Loaded query={commitment}>
        {({ agreement }) => <Navigate to={`/staff/agreements/${agreement.id}/commitments`} replace />}
      </Loaded>
    </Page>
  );
}
