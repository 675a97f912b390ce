import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { ButtonLink } from '@/ui/button';
import { Loaded } from '@/ui/states';
import { DeadlineTable } from './deadline-table';
import { NationalCourses } from './national-course';
import { WorkLists } from './work-lists';

/** What needs whoever is signed in: what waits, what falls due, what is late. */
export function HomePage() {
  const { t } = useTranslation('staff');
  const { can } = useSession();
  return (
    <Page
      title={t('home.title')}
      actions={
        can('agreement.log') ? (
          <ButtonLink to="/staff/agreements/new" weight="main">
            {t('home.log')}
          </ButtonLink>
        ) : null
      }
      wide
    >
      <div className="stack-loose">
        {can('work_list.read') ? <WorkLists /> : null}
        {can('commitment.read') ? <Deadlines /> : null}
        {can('indicator.read') && can('summary.read') ? <NationalCourses /> : null}
      </div>
    </Page>
  );
}

function Deadlines() {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const overview = useApi().useQuery('get', '/api/v1/deadlines/overview');
  return (
    <Loaded query={overview} lines={8}>
      {({ due, late }) => (
        <>
          <section className="section" aria-labelledby="home-late">
            <h2 id="home-late">{t('home.late')}</h2>
            <p className="muted">
              {late.total === 0
                ? t('home.lateNone')
                : late.oldestAge === null
                  ? t('home.lateCount', { count: late.total })
                  : `${t('home.lateCount', { count: late.total })} ${t('home.lateOldest', { count: late.oldestAge })}`}{' '}
              {late.notYetSigned > 0 ? t('home.notYetSigned', { count: late.notYetSigned }) : null}
            </p>
            {late.total > 0 ? <DeadlineTable caption={t('home.late')} rows={late.items} /> : null}
            {late.total > late.items.length ? (
              <p>
                <Link to="/staff/deadlines/late">{t('home.allLate', { count: late.total })}</Link>
              </p>
            ) : null}
          </section>
          <section className="section" aria-labelledby="home-due">
            <h2 id="home-due">{t('home.due', { count: due.days })}</h2>
            <p className="muted">
              {due.total === 0
                ? t('home.dueNone', { day: formatDay(due.until, language) })
                : t('home.dueCount', { count: due.total, day: formatDay(due.until, language) })}{' '}
              {due.notYetSigned > 0 ? t('home.notYetSigned', { count: due.notYetSigned }) : null}
            </p>
            {due.total > 0 ? (
              <DeadlineTable caption={t('home.due', { count: due.days })} rows={due.items} />
            ) : null}
            {due.total > due.items.length ? (
              <p>
                <Link to="/staff/deadlines/due">{t('home.allDue', { count: due.total })}</Link>
              </p>
            ) : null}
          </section>
        </>
      )}
    </Loaded>
  );
}
