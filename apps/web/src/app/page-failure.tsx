import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Failure } from '@/ui/states';
import { NotFound } from './not-found';
import { Page } from './page';

/** What a page shows in its place when it could not be shown. */
export function PageFailure() {
  const { t } = useTranslation('shell');
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <Page title={t('failure.title')}>
      <Failure error={error} onRetry={() => window.location.reload()} />
    </Page>
  );
}
