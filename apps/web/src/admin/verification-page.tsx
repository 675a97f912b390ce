import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay, formatInstant } from '@/formats/dates';
import { formatNumber, formatShare } from '@/formats/numbers';
import { Bar } from '@/ui/bar';
import { Fact, Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import { AdminPage } from './admin-page';
import { Outcome, PROGRESS_EVERY, type Verification, isUnderWay } from './verifications-page';

type Result = NonNullable<Verification['result']>;
type Break = NonNullable<Result['firstFault']>;

/** Breaks that speak of the reading and not of the trail: verifying once more tells. */
const OF_THE_READING: ReadonlySet<Break['code']> = new Set(['export_cut', 'unreadable']);

/** One verification: how far it is, what it found, what a break means and what to do. */
export function VerificationPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const query = useApi().useQuery(
    'get',
    '/api/v1/audit/verifications/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? PROGRESS_EVERY : false) },
  );
  return (
    <AdminPage
      title={t('verification.title')}
      list={{ to: '/staff/admin/verifications', name: t('place.verifications') }}
    >
      <Loaded query={query}>
        {(verification) => (
          <>
            {isUnderWay(verification) ? <Progress of={verification} /> : null}
            {verification.failure ? <Failed failure={verification.failure} /> : null}
            {verification.result ? <Found result={verification.result} /> : null}
            <About of={verification} />
          </>
        )}
      </Loaded>
    </AdminPage>
  );
}

function Progress({ of: verification }: { readonly of: Verification }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const { state, percent, linesDone, linesTotal, isLost } = verification;
  return (
    <section className="section" aria-live="polite">
      <h2>{t('verification.progress')}</h2>
      {percent === null || linesTotal === null ? null : (
        <>
          <Bar length={percent} />
          <p>
            {formatShare(percent / 100, language)}{' '}
            <span className="muted">
              {t('verification.of', {
                done: formatNumber(linesDone, language),
                total: formatNumber(linesTotal, language),
              })}
            </span>
          </p>
        </>
      )}
      {isLost ? (
        <Notice tone="attention" title={t('verification.lost')}>
          {t('verification.lostText')} <Link to="/staff/admin/health">{t('place.health')}</Link>
        </Notice>
      ) : (
        <p className="muted">
          {t(state === 'running' ? 'verification.runningText' : 'verification.waitingText')}
        </p>
      )}
    </section>
  );
}

function Failed({ failure }: { readonly failure: NonNullable<Verification['failure']> }) {
  const { t } = useTranslation('admin');
  return (
    <Notice tone="attention" title={t('verification.failed')}>
      <p>{t(`verification.failure.${failure}`)}</p>
      <p>
        {t('verification.failedNext')} <Link to="/staff/admin/health">{t('place.health')}</Link>
      </p>
    </Notice>
  );
}

function Found({ result }: { readonly result: Result }) {
  const { t } = useTranslation('admin');
  if (result.firstFault) return <Broken first={result.firstFault} faults={result.faults} />;
  return (
    <Notice tone="good" title={t('verification.sound')}>
      <p>{t('verification.soundText')}</p>
      {result.newestCheckpoint ? null : <p>{t('verification.noCheckpoint')}</p>}
    </Notice>
  );
}

function Broken({ first, faults }: { readonly first: Break; readonly faults: number }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const { can } = useSession();
  const steps = OF_THE_READING.has(first.code)
    ? (['again'] as const)
    : first.code === 'unsealed'
      ? (['sealing', 'again'] as const)
      : (['keep', 'compare', 'tell', 'backup'] as const);
  return (
    <>
      <Notice tone="late" title={t('verification.broken')}>
        <p>{t(`verification.break.${first.code}`)}</p>
        <p>{t('verification.faults', { count: faults })}</p>
      </Notice>
      <section className="section">
        <h2>{t('verification.first')}</h2>
        <Facts>
          <Fact name={t('verification.number')}>
            {first.sequence === null ? t('audit.unsealed') : formatNumber(first.sequence, language)}
          </Fact>
          {first.entryId ? (
            <Fact name={t('verification.entry')}>
              {can('audit.read') ? (
                <Link to={`/staff/admin/audit/${first.entryId}`}>{first.entryId}</Link>
              ) : (
                <code dir="ltr">{first.entryId}</code>
              )}
            </Fact>
          ) : null}
          <Fact name={t('verification.words')}>
            <bdi lang="en" dir="ltr">
              {first.what}
            </bdi>
          </Fact>
        </Facts>
      </section>
      <section className="section">
        <h2>{t('verification.next')}</h2>
        <ol>
          {steps.map((step) => (
            <li key={step}>{t(`verification.step.${step}`)}</li>
          ))}
        </ol>
      </section>
    </>
  );
}

function About({ of: verification }: { readonly of: Verification }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const { requestedAt, requestedByName, begunAt, finishedAt, attempts, result } = verification;
  const count = (value: number) => formatNumber(value, language);
  return (
    <section className="section">
      <h2>{t('verification.about')}</h2>
      <Facts>
        <Fact name={t('verification.state')}>
          <Outcome of={verification} />
        </Fact>
        <Fact name={t('verification.requested')}>{formatInstant(requestedAt, language)}</Fact>
        <Fact name={t('verification.by')}>
          {requestedByName ? <Name>{requestedByName}</Name> : t('verification.formerAccount')}
        </Fact>
        {begunAt ? <Fact name={t('verification.begun')}>{formatInstant(begunAt, language)}</Fact> : null}
        {finishedAt ? (
          <Fact name={t('verification.finished')}>{formatInstant(finishedAt, language)}</Fact>
        ) : null}
        {attempts > 1 ? <Fact name={t('verification.attempts')}>{count(attempts)}</Fact> : null}
        {result ? (
          <>
            <Fact name={t('verification.entries')}>{count(result.entries)}</Fact>
            <Fact name={t('verification.unsealed')}>{count(result.unsealed)}</Fact>
            <Fact name={t('verification.redacted')}>{count(result.redacted)}</Fact>
            <Fact name={t('verification.checkpoints')}>{count(result.checkpoints)}</Fact>
            {result.newestCheckpoint ? (
              <Fact name={t('verification.newest')}>
                {formatDay(result.newestCheckpoint.madeOn, language)} (
                {count(result.newestCheckpoint.sequence)})
              </Fact>
            ) : null}
            <Fact name={t('verification.head')}>
              <code className="digest" dir="ltr">
                {result.headSha256}
              </code>
            </Fact>
          </>
        ) : null}
      </Facts>
    </section>
  );
}
