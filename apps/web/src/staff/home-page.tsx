import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

/** What needs whoever is signed in. */
export function HomePage() {
  const { t } = useTranslation('staff');
  return <Page title={t('home.title')}>{null}</Page>;
}
