import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

export function ReviewPages() {
  const { t } = useTranslation('review');
  return <Page title={t('title')}>{null}</Page>;
}
