import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { PageHeader } from '@/app/page-header';
import './account.css';

/** The frame around pages that are for one person and belong to no work: signing in, invitations, the own account. */
export function AccountFrame({ end, children }: { readonly end?: ReactNode; readonly children: ReactNode }) {
  const { t } = useTranslation('account');
  return (
    <>
      <PageHeader label={t('frame.navigation')} home="/" end={end ?? <></>}>
        <NavLink to="/" end>
          {t('frame.register')}
        </NavLink>
      </PageHeader>
      {children}
    </>
  );
}
