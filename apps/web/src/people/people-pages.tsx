import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

export function PeoplePages() {
  const { t } = useTranslation('people');
  return <Page title={t('title')}>{null}</Page>;
}
