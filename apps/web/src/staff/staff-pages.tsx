import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

export function StaffPages() {
  const { t } = useTranslation('staff');
  return <Page title={t('title')}>{null}</Page>;
}
