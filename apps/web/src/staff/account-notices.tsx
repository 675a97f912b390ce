import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '@/app/session';
import { Notice } from '@/ui/notice';
import './staff.css';

/** What somebody should know of the account they work with, above every page. */
export function AccountNotices() {
  const { t } = useTranslation('staff');
  const { demonstration, secondFactor } = useSession().account;
  const isFactorMissing = secondFactor.required && !secondFactor.satisfied;
  if (!demonstration && !isFactorMissing) return null;
  return (
    <aside className="account-notices no-print" aria-label={t('frame.notices')}>
      {demonstration ? <Notice tone="attention">{t('frame.demonstration')}</Notice> : null}
      {isFactorMissing ? (
        <Notice tone="attention" title={t('frame.secondFactor.title')}>
          <p>{t('frame.secondFactor.text')}</p>
          <p>
            <Link to="/account/second-factor">
              {t(secondFactor.enrolled ? 'frame.secondFactor.show' : 'frame.secondFactor.enrol')}
            </Link>
          </p>
        </Notice>
      ) : null}
    </aside>
  );
}
