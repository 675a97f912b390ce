import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/app/page';
import { usePermanentAddress, useServices } from '@/app/services';
import { Name } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { useReportAddress } from './report';
import { definitionPath } from './figure-links';

const ABSENCES = ['not_stated', 'unknown', 'not_yet_due', 'confidential', 'not_published'] as const;
const COUNTED = ['apart', 'levels', 'once', 'places', 'batch', 'qualifiers'] as const;

/** What the register holds and what it does not, how it counts, and what one may do with it. */
export function AboutPage() {
  const { t } = useTranslation('register');
  const { publicUrl } = useServices();
  const word = useWord();
  const report = useReportAddress('/about');
  const address = usePermanentAddress();
  return (
    <Page title={t('about.title')} lead={t('lead')} description={t('lead')}>
      <div className="stack-loose prose">
        <section className="section" aria-labelledby="holds">
          <h2 id="holds">{t('about.holds')}</h2>
          <p>{t('about.holdsText')}</p>
          <p>{t('about.lacksText')}</p>
        </section>
        <section className="section" aria-labelledby="counted">
          <h2 id="counted">{t('about.counted')}</h2>
          <ul className="stack">
            {COUNTED.map((rule) => (
              <li key={rule}>{t(`about.rules.${rule}`)}</li>
            ))}
          </ul>
          <p>
            <Link to={definitionPath('total.promised')}>{t('about.countedMore')}</Link>
          </p>
        </section>
        <section className="section" aria-labelledby="dates">
          <h2 id="dates">{t('about.deadlines')}</h2>
          <p>{t('about.deadlinesText')}</p>
        </section>
        <section className="section" aria-labelledby="absences">
          <h2 id="absences">{t('about.absences')}</h2>
          <dl className="glossary">
            {ABSENCES.map((absence) => (
              <div key={absence} className="glossary-entry">
                <dt>{word('absence', absence)}</dt>
                <dd>{t(`about.absence.${absence}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="section" aria-labelledby="errors">
          <h2 id="errors">{t('about.errors')}</h2>
          <p>{t('about.errorsText')}</p>
          {report ? (
            <p>
              <a href={report.href}>
                <Name>{report.address}</Name>
              </a>
            </p>
          ) : (
            <p>{t('about.errorsNoAddress')}</p>
          )}
        </section>
        <section className="section" aria-labelledby="reuse">
          <h2 id="reuse">{t('about.reuse')}</h2>
          <p>{t('about.reuseText')}</p>
          <p>
            {t('about.address')} <Name>{address('/')}</Name>
          </p>
        </section>
        <section className="section" aria-labelledby="interface">
          <h2 id="interface">{t('about.api')}</h2>
          <p>{t('about.apiText')}</p>
          <ul>
            <li>
              <a href="/docs">{t('about.apiDocs')}</a>
            </li>
            <li>
              <a href="/api/v1/public/agreements">
                <Name>{`${publicUrl}/api/v1/public/agreements`}</Name>
              </a>
            </li>
          </ul>
        </section>
      </div>
    </Page>
  );
}
