import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '@/app/services';
import { Fact, Facts } from '@/ui/facts';
import { Empty, Loaded } from '@/ui/states';
import { DaysLeft, DeadlineDate } from '@/ui/stated-date';
import { Name, Text } from '@/ui/text';
import { Figure } from '@/words/figure';
import { useWord } from '@/words/use-word';
import { asOfAddress } from '../as-of-address';
import type { ListedCommitment } from '../commitment-columns';
import { CommitmentStatus } from '../commitment-status';
import { Place } from '../place';
import type { Agreement } from './agreement-record';

/** Everything that is promised in the agreement; the ledger of each is on its own page. */
export function CommitmentsTab({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const query = {
    agreement: agreement.id,
    limit: 100,
    ...(agreement.asOf ? { asOf: agreement.asOf.day } : {}),
  };
  const commitments = useApi().useQuery('get', '/api/v1/commitments', { params: { query } });
  return (
    <Loaded query={commitments} lines={8}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('overview.noCommitment')} />
        ) : (
          <div className="stack-loose">
            {items.map((commitment) => (
              <OneCommitment key={commitment.id} commitment={commitment} end={asOfAddress(agreement.asOf)} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

function OneCommitment({
  commitment,
  end,
}: {
  readonly commitment: ListedCommitment;
  /** What the addresses of its pages end with. */
  readonly end: string;
}) {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const { quantity, deadline, daysLeft, obligor, place, milestones, baseline } = commitment;
  return (
    <section className="section">
      <div className="page-title">
        <h2>
          <Text of={commitment.title} />
        </h2>
        <CommitmentStatus status={commitment.status} />
      </div>
      <Facts>
        <Fact name={t('words:field.quantity')}>
          {quantity ? (
            <>
              <Figure of={quantity} />
              <small className="muted line">
                {word('kind', commitment.kind)} · {t('words:field.relation')}:{' '}
                {word('relation', quantity.relation)} · {t('words:field.basis')}:{' '}
                {word('basis', quantity.basis)} · {word('level', quantity.level)}
              </small>
            </>
          ) : (
            `${word('kind', commitment.kind)} · ${word('measure', commitment.measure)}`
          )}
        </Fact>
        {baseline ? (
          <Fact name={t('words:field.baseline')}>
            <Figure of={baseline} />
          </Fact>
        ) : null}
        <Fact name={t('words:field.obligor')}>
          {obligor ? (
            <Text of={obligor.names} />
          ) : (
            <span className="muted">{word('absence', 'not_stated')}</span>
          )}
        </Fact>
        <Fact name={t('words:field.deadline')}>
          {deadline ? (
            <>
              <DeadlineDate date={deadline} />
              {daysLeft === null ? null : (
                <small className="muted line">
                  <DaysLeft days={daysLeft} />
                </small>
              )}
            </>
          ) : (
            <span className="muted">{word('absence', commitment.deadlineAbsence ?? 'not_stated')}</span>
          )}
        </Fact>
        <Fact name={t('words:field.place')}>
          <Place of={place} />
        </Fact>
        {milestones.length > 0 ? (
          <Fact name={t('words:field.milestones')}>
            <ul className="plain-list">
              {milestones.map((milestone) => (
                <li key={milestone.id}>
                  <DeadlineDate date={milestone.deadline} />: <Text of={milestone.title} />{' '}
                  <small className="muted">{word('milestoneStanding', milestone.standing)}</small>
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        {commitment.note ? (
          <Fact name={t('words:field.note')}>
            <Name>{commitment.note}</Name>
          </Fact>
        ) : null}
      </Facts>
      <p className="no-print">
        <Link to={`/staff/commitments/${commitment.id}${end}`}>{t('record.toLedger')}</Link>
      </p>
    </section>
  );
}
