import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/app/page';

interface RecordFrameProps {
  readonly list: 'organisations' | 'persons' | 'events' | 'sources';
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The page of one record, with the way back to its list. */
export function RecordFrame({ list, title, actions, children }: RecordFrameProps) {
  const { t } = useTranslation('people');
  return (
    <Page
      title={title}
      heading={<bdi>{title}</bdi>}
      above={<Link to={`/staff/${list}`}>{t(`${list}.title`)}</Link>}
      actions={actions}
    >
      <div className="stack-loose">{children}</div>
    </Page>
  );
}
