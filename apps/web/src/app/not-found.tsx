import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from './page';
import { useServices } from './services';

/** An address under which there is nothing. */
export function NotFound() {
  const { t } = useTranslation('shell');
  const { head } = useServices();
  if (typeof document === 'undefined') head.status = 404;
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')}>
      <p>
        <Link to="/">{t('notFound.back')}</Link>
      </p>
    </Page>
  );
}
