import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useAbout } from '@/register/queries';
import { useLanguage } from './services';

/** Below every public page: what this is, and how to say that something is wrong. */
export function PageFooter() {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const about = useAbout();
  const address = about?.reportErrorsTo ?? null;
  return (
    <footer className="foot">
      <div className="foot-inner">
        <p>{t('footer.what')}</p>
        {address ? (
          <p className="no-print">
            <a href={withPage(address, t('footer.subject'), `/${language}${pathname}${search}`)}>
              {t('footer.report')}
            </a>
          </p>
        ) : null}
      </div>
    </footer>
  );
}

/** An address to write to, with the page that somebody found wrong. */
function withPage(address: string, subject: string, page: string): string {
  if (!address.startsWith('mailto:')) return address;
  return `${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(page)}`;
}
