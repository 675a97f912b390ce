import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';
import { Tabs } from '@/ui/tabs';
import './account.css';

/** One of the pages of the own account, with the way to the others. */
export function OwnAccountPage({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('account');
  const tabs = [
    { to: '/account', name: t('tabs.profile'), end: true },
    { to: '/account/password', name: t('tabs.password') },
    { to: '/account/second-factor', name: t('tabs.secondFactor') },
    { to: '/account/sessions', name: t('tabs.sessions') },
    { to: '/account/tokens', name: t('tabs.tokens') },
  ];
  return (
    <Page title={title} above={t('title')}>
      <Tabs label={t('tabs.label')} tabs={tabs} />
      <div className="stack">{children}</div>
    </Page>
  );
}
