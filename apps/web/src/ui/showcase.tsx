import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

export function Showcase() {
  const { t } = useTranslation('ui');
  return <Page title={t('loading')}>{null}</Page>;
}
