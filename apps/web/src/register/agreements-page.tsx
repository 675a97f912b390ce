import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

/** The first page: the agreements that are published. */
export function AgreementsPage() {
  const { t } = useTranslation('register');
  return (
    <Page title={t('title')} lead={t('lead')}>
      {null}
    </Page>
  );
}
