import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

export function LoggingPages() {
  const { t } = useTranslation('logging');
  return <Page title={t('title')}>{null}</Page>;
}
