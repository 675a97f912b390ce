import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/app/page';
import './admin.css';

interface AdminPageProps {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  /** The list that a record belongs to. */
  readonly list?: { readonly to: string; readonly name: string };
  readonly children: ReactNode;
}

/** A page of the administration, with the way back. */
export function AdminPage({ title, lead, actions, list, children }: AdminPageProps) {
  const { t } = useTranslation('admin');
  return (
    <Page
      title={title}
      lead={lead}
      actions={actions}
      above={
        <nav aria-label={t('way')} className="admin-way">
          <Link to="/staff/admin">{t('title')}</Link>
          {list ? <Link to={list.to}>{list.name}</Link> : null}
        </nav>
      }
    >
      <div className="stack-loose">{children}</div>
    </Page>
  );
}
