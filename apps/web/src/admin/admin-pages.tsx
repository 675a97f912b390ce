import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

export function AdminPages() {
  const { t } = useTranslation('admin');
  return <Page title={t('title')}>{null}</Page>;
}
