import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Fact, Facts } from '@/ui/facts';
import { SideBySide } from '@/ui/side-by-side';
import { Loaded } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import { useCounted } from '../figures';
import { ActorName } from '../names';
import { JustDone, QueueBar } from '../queue/queue-bar';
import { useQueue } from '../queue/use-queue';
import { ReportContent } from './report-content';
import { ReportDecision } from './report-decision';
import { ReportEvidence } from './report-evidence';
import { ReportHistory } from './report-history';
import { ReportAge, ReportState } from './report-state';
import { ReportedValues } from './reported-values';
import { type Report, WRITABLE } from './reported';
import '../commitment/commitment.css';
import '../draft/draft.css';
import './reports.css';

/** One report: what is claimed beside what was accepted, by what it is supported, and the decision about it. */
export function ReportPage() {
  const { t } = useTranslation('review');
  const text = useText();
  const queue = useQueue();
  const { can } = useSession();
  const { id = '' } = useParams();
  const query = useApi().useQuery('get', '/api/v1/reports/{id}', { params: { path: { id } } });
  const { data } = query;
  return (
    <Page
      title={data ? `${t('reports.one')}: ${text(data.commitment.title)}` : t('reports.one')}
      heading={
        data ? (
          <>
            {t('reports.one')}: <Text of={data.commitment.title} />
          </>
        ) : (
          t('reports.one')
        )
      }
      above={queue ? <QueueBar /> : <Link to="/staff/reports">{t('reports.title')}</Link>}
      wide
    >
      <Loaded query={query} lines={10}>
        {(report) => (
          <div className="stack-loose">
            <JustDone />
            <p className="row">
              <ReportState state={report.state} />
              {report.isLate ? <Badge tone="late">{t('reports.late')}</Badge> : null}
              {report.onBehalf ? <Badge tone="attention">{t('reports.onBehalf')}</Badge> : null}
              {can('report.prepare') && WRITABLE.includes(report.state) ? (
                <Link to={`/staff/reports/${report.id}/write`}>{t('reports.write')}</Link>
              ) : null}
            </p>
            <SideBySide
              main={
                <>
                  <ReportedValues report={report} />
                  <Origin report={report} />
                  <ReportContent report={report} />
                  <ReportDecision key={report.id} report={report} />
                </>
              }
              besideLabel={t('reports.beside')}
              beside={
                <>
                  <ReportEvidence report={report} />
                  <ReportHistory report={report} />
                </>
              }
            />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** Of what it reports, for when, and who answers for it. */
function Origin({ report }: { readonly report: Report }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const counted = useCounted();
  const { agreement, commitment, organisation, period, dueOn, graceUntil, submittedOn, submittedBy } = report;
  return (
    <section className="section">
      <h2>{t('reports.origin')}</h2>
      <Facts>
        <Fact name={t('reports.commitment')}>
          <Link to={`/staff/commitments/${commitment.id}`}>
            <Text of={commitment.title} />
          </Link>
          <small className="muted block">
            <Link to={`/staff/agreements/${agreement.id}`}>
              <Text of={agreement.title} />
            </Link>{' '}
            · <Name>{agreement.reference}</Name>
          </small>
        </Fact>
        <Fact name={t('reports.organisation')}>
          <Text of={organisation.names} />
        </Fact>
        <Fact name={t('reports.period')}>
          {period.from
            ? t('reports.fromUntil', {
                from: formatDay(period.from, language),
                until: formatDay(period.until, language),
              })
            : t('reports.until', { day: formatDay(period.until, language) })}
        </Fact>
        {commitment.countingRule ? (
          <Fact name={t('reports.countingRule')}>
            {t(`reports.rule.${commitment.countingRule}`)}
            {commitment.baseline === null ? null : (
              <small className="muted block">
                {t('reports.baseline', { figure: counted(commitment.baseline, commitment.unit) })}
              </small>
            )}
          </Fact>
        ) : null}
        <Fact name={t('reports.due')}>
          {dueOn ? formatDay(dueOn, language) : t('reports.notAskedFor')}
          {graceUntil ? (
            <small className="muted block">
              {t('reports.grace', { day: formatDay(graceUntil, language) })}
            </small>
          ) : null}
        </Fact>
        <Fact name={t('reports.submitted')}>
          {submittedOn ? formatDay(submittedOn, language) : t('reports.notSubmitted')}
          {submittedBy ? (
            <>
              {' · '}
              <Submitter report={report} actor={submittedBy} />
            </>
          ) : null}
        </Fact>
        {report.waiting ? (
          <Fact name={t('reports.waitsFor')}>
            <ReportAge waiting={report.waiting} />
          </Fact>
        ) : null}
        {report.correctsId ? (
          <Fact name={t('reports.corrects')}>
            <Link to={`/staff/reports/${report.correctsId}`}>{t('reports.seeCorrected')}</Link>
          </Fact>
        ) : null}
        {report.correctedById ? (
          <Fact name={t('reports.correctedBy')}>
            <Link to={`/staff/reports/${report.correctedById}`}>{t('reports.seeCorrection')}</Link>
          </Fact>
        ) : null}
      </Facts>
    </section>
  );
}

/** Accounts of organisations have no name for the house here: the organisation answers. */
function Submitter({ report, actor }: { readonly report: Report; readonly actor: string }) {
  const { t } = useTranslation('review');
  if (!report.onBehalf) return <>{t('reports.byRepresentative')}</>;
  return (
    <>
      {t('reports.byOfficer')} (<ActorName actor={actor} />)
    </>
  );
}
