import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { AsOfBanner } from '@/agreements/list/as-of';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import { Fact, Facts } from '@/ui/facts';
import { DaysLeft, DeadlineDate } from '@/ui/stated-date';
import { Loaded } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import type { components } from '../../../.generated/schema';
import { BaselineValue, PlaceValue, TextValue, Absent } from '../changes/field-values';
import { Delivery } from '../delivery/delivery';
import { FigureAndAxes } from '../figures';
import { JustDone, QueueBar } from '../queue/queue-bar';
import { Decisions } from './decisions';
import { Ledger } from './ledger';
import { Milestones } from './milestones';
import { NoticesOfCommitment } from './notices-of-commitment';
import { ReportsOfCommitment } from './reports-of-commitment';
import { RequestsOfCommitment } from './requests-of-commitment';
import { Settle } from './settle';
import { SourcesOfCommitment } from './sources-of-commitment';
import { toneOf } from './tone-of';
import './commitment.css';

export type CommitmentRecord = components['schemas']['CommitmentRecordResponse'];

/** One promise: how it stands, what was promised first and what moved it, what was decided, and by which sources. */
export function CommitmentPage() {
  const { t } = useTranslation(['review', 'words']);
  const text = useText();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const asOf = search.get('asOf');
  const query = useApi().useQuery('get', '/api/v1/commitments/{id}', {
    params: { path: { id }, query: asOf ? { asOf } : {} },
  });
  const { data } = query;
  return (
    <Page
      title={text(data?.title) || t('words:field.commitment')}
      heading={data ? <Text of={data.title} /> : t('words:field.commitment')}
      above={
        data ? (
          <Link to={`/staff/agreements/${data.agreement.id}${asOf ? `?asOf=${asOf}` : ''}`}>
            <Text of={data.agreement.title} /> · <Name>{data.agreement.reference}</Name>
          </Link>
        ) : (
          <QueueBar />
        )
      }
    >
      <Loaded query={query} lines={10}>
        {(commitment) => (
          <div className="stack-loose">
            <AsOfBanner asOf={commitment.asOf} onToday={() => setSearch({}, { replace: true })} />
            <JustDone />
            <Standing commitment={commitment} />
            <Promised commitment={commitment} />
            <Delivery commitment={commitment} />
            <Ledger commitmentId={commitment.id} agreementId={commitment.agreement.id} />
            <Milestones commitment={commitment} />
            <Decisions commitment={commitment} />
            {/* The past is read, not decided. */}
            {asOf ? null : (
              <>
                <ReportsOfCommitment commitmentId={commitment.id} />
                <NoticesOfCommitment commitmentId={commitment.id} />
                <Settle commitment={commitment} />
                <RequestsOfCommitment commitmentId={commitment.id} />
              </>
            )}
            <SourcesOfCommitment commitment={commitment} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** The status with what it means, and what is left of the time. */
function Standing({ commitment }: { readonly commitment: CommitmentRecord }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const { status, quantity, deadline, deadlineAbsence, daysLeft, rescheduled } = commitment;
  return (
    <section className="standing" aria-label={t('commitment.standing')}>
      <div className="standing-one">
        <h2 className="standing-name">{t('commitment.status')}</h2>
        <p>
          <Badge tone={toneOf(status)}>{t(`words:status.${status}`)}</Badge>
        </p>
        <p className="muted small">{t(`statusMeans.${status}`)}</p>
      </div>
      <div className="standing-one">
        <h2 className="standing-name">{t('words:field.quantity')}</h2>
        <p className="standing-figure">
          {quantity ? <FigureAndAxes of={quantity} /> : t('commitment.noFigure')}
        </p>
      </div>
      <div className="standing-one">
        <h2 className="standing-name">{t('words:field.deadline')}</h2>
        <p className="standing-figure">
          {deadline ? <DeadlineDate date={deadline} /> : <Absent because={deadlineAbsence} />}
        </p>
        {daysLeft === null ? null : (
          <p className="muted small">
            <DaysLeft days={daysLeft} />
          </p>
        )}
        {rescheduled.times > 0 ? (
          <p className="small">
            {t('commitment.moved', { count: rescheduled.times })}
            {rescheduled.days === null
              ? null
              : ` · ${t('ledger.slipped', {
                  count: rescheduled.days,
                  days: formatNumber(rescheduled.days, language),
                })}`}
          </p>
        ) : null}
      </div>
    </section>
  );
}

function Promised({ commitment }: { readonly commitment: CommitmentRecord }) {
  const { t } = useTranslation(['review', 'words']);
  const { kind, measure, obligor, baseline, place, note, firstDeadline } = commitment;
  return (
    <section className="section">
      <h2>{t('commitment.promised')}</h2>
      <Facts>
        <Fact name={t('words:field.kind')}>{t(`words:kind.${kind as 'jobs'}`)}</Fact>
        <Fact name={t('words:field.measure')}>{t(`words:measure.${measure as 'quantity'}`)}</Fact>
        <Fact name={t('words:field.obligor')}>
          {obligor ? (
            <>
              <TextValue of={obligor.names} />
              <small className="muted block">{t(`words:partyRole.${obligor.role as 'investor'}`)}</small>
            </>
          ) : (
            <Absent />
          )}
        </Fact>
        <Fact name={t('commitment.firstDeadline')}>
          {firstDeadline ? <DeadlineDate date={firstDeadline} /> : <Absent />}
        </Fact>
        <Fact name={t('words:field.place')}>
          <PlaceValue of={place as never} />
        </Fact>
        {baseline ? (
          <Fact name={t('words:field.baseline')}>
            <BaselineValue of={baseline} />
          </Fact>
        ) : null}
        {note ? (
          <Fact name={t('words:field.note')}>
            <Name>{note}</Name>
          </Fact>
        ) : null}
      </Facts>
    </section>
  );
}
