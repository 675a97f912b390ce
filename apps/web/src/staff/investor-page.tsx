import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';
import { ButtonLink } from '@/ui/button';

/** What an organisation's people find until their own pages are there. */
export function InvestorPage() {
  const { t } = useTranslation('staff');
  return (
    <Page title={t('investor.title')} lead={t('investor.text')}>
      <div className="actions">
        <ButtonLink to="/" weight="main">
          {t('investor.register')}
        </ButtonLink>
        <ButtonLink to="/account">{t('frame.ownAccount')}</ButtonLink>
      </div>
    </Page>
  );
}
