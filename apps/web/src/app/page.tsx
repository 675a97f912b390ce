import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from './services';

interface PageProps {
  /** The page's name, also in the title of the window. */
  readonly title: string;
  /** What stands as heading when it is more than the name. */
  readonly heading?: ReactNode;
  /** A line above the heading: where this page belongs. */
  readonly above?: ReactNode;
  /** One paragraph below the heading. */
  readonly lead?: ReactNode;
  /** What may be done here, beside the heading. */
  readonly actions?: ReactNode;
  /** For search engines and previews of links; public pages alone. */
  readonly description?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One page: its heading takes the focus on arrival, its name is the window's. */
export function Page({ title, heading, above, lead, actions, description, wide, children }: PageProps) {
  usePageTitle(title, description);
  return (
    <main id="content" className={wide ? 'page page-wide' : 'page'}>
      <div className="page-head">
        {above ? <div className="page-above">{above}</div> : null}
        <div className="page-title">
          <h1 tabIndex={-1}>{heading ?? title}</h1>
          {actions ? <div className="page-actions no-print">{actions}</div> : null}
        </div>
        {lead ? <p className="lead">{lead}</p> : null}
      </div>
      {children}
    </main>
  );
}

function usePageTitle(title: string, description: string | undefined): void {
  const { t } = useTranslation('shell');
  const { head } = useServices();
  const whole = title === t('name') ? title : `${title} · ${t('name')}`;
  if (typeof document === 'undefined') {
    head.title = whole;
    if (description !== undefined) head.description = description;
  }
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
