import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';

export function PasswordResetPage() {
  const { t } = useTranslation('account');
  return <Page title={t('title')}>{null}</Page>;
}
