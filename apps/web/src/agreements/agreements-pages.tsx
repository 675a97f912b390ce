import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

export function AgreementsPages() {
  const { t } = useTranslation('agreements');
  return <Page title={t('title')}>{null}</Page>;
}
