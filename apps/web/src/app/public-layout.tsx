import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { PageFooter } from './page-footer';
import { PageHeader } from './page-header';

/** The frame of what everybody may read. */
export function PublicLayout() {
  const { t } = useTranslation('shell');
  return (
    <>
      <PageHeader label={t('publicNavigation')} home="/">
        <NavLink to="/" end>
          {t('nav.agreements')}
        </NavLink>
        <NavLink to="/totals">{t('nav.totals')}</NavLink>
        <NavLink to="/progress">{t('nav.progress')}</NavLink>
        <NavLink to="/national">{t('nav.national')}</NavLink>
        <NavLink to="/definitions">{t('nav.definitions')}</NavLink>
        <NavLink to="/about">{t('nav.about')}</NavLink>
      </PageHeader>
      <Outlet />
      <PageFooter />
    </>
  );
}
