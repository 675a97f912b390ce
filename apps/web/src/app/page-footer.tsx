import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useReportAddress } from '@/register/report';

/** Below every public page: what this is, and how to say that something is wrong. */
export function PageFooter() {
  const { t } = useTranslation('shell');
  const { pathname, search } = useLocation();
  const report = useReportAddress(`${pathname}${search}`);
  return (
    <footer className="foot">
      <div className="foot-inner">
        <p>{t('footer.what')}</p>
        {report ? (
          <p className="no-print">
            <a href={report.href}>{t('footer.report')}</a>
          </p>
        ) : null}
      </div>
    </footer>
  );
}
