import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

export function AccountPages() {
  const { t } = useTranslation('account');
  return <Page title={t('title')}>{null}</Page>;
}
