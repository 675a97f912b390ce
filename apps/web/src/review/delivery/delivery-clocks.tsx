import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatShare } from '@/formats/numbers';
import { ReportedValue } from '@/portal/reported-value';
import { DaysLeft } from '@/ui/stated-date';
import { useWord } from '@/words/use-word';
import type { CommitmentRecord } from '../commitment/commitment-page';

type Clocks = CommitmentRecord['clocks'];

/** What is claimed, what the evidence supports, and how it stands against the date that was first stated. */
export function DeliveryClocks({ of: commitment }: { readonly of: CommitmentRecord }) {
  const { t } = useTranslation('review');
  const { claim, evidence, original } = commitment.clocks;
  return (
    <div className="standing">
      <Clock name={t('delivery.claim')}>
        {claim ? <ClockValue commitment={commitment} value={claim} /> : <p>{t('delivery.noClaim')}</p>}
      </Clock>
      <Clock name={t('delivery.proven')}>
        {evidence ? (
          <>
            <ClockValue commitment={commitment} value={evidence} />
            <Proof of={evidence} checkedOn={commitment.burnUp.accepted.at(-1)?.recordedOn ?? null} />
          </>
        ) : (
          <p>{t('delivery.noEvidence')}</p>
        )}
      </Clock>
      <Clock name={t('delivery.original')}>
        {original ? <Original of={original} /> : <p>{t('delivery.noOriginal')}</p>}
      </Clock>
    </div>
  );
}

function Clock({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="standing-one">
      <h3 className="standing-name">{name}</h3>
      {children}
    </div>
  );
}

function ClockValue({
  commitment: { measure, quantity },
  value: { value, share, asOf },
}: {
  readonly commitment: CommitmentRecord;
  readonly value: NonNullable<Clocks['claim']>;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  return (
    <>
      <p className="standing-figure">
        <ReportedValue measure={measure} unit={quantity?.unit ?? null} value={value} />
      </p>
      <p className="small">
        {t('delivery.asOf', { day: formatDay(asOf, language) })}
        {share === null || measure !== 'quantity'
          ? null
          : ` · ${t('delivery.ofTarget', { share: formatShare(share, language) })}`}
      </p>
    </>
  );
}

function Proof({
  of: { rank, band },
  checkedOn,
}: {
  readonly of: NonNullable<Clocks['evidence']>;
  readonly checkedOn: string | null;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const word = useWord();
  return (
    <p className="small">
      {word('evidenceRank', rank)}
      <span className="muted block">
        {word('evidenceBand', band)}
        {checkedOn === null ? null : ` · ${t('delivery.checkedOn', { day: formatDay(checkedOn, language) })}`}
      </span>
    </p>
  );
}

function Original({
  of: { lastDay, daysLeft, standing, movedDays },
}: {
  readonly of: NonNullable<Clocks['original']>;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  return (
    <>
      <p className="standing-figure">{formatDay(lastDay, language)}</p>
      <p className="small">
        {t(`delivery.against.${standing as 'met'}`)}
        {standing === 'ahead' || standing === 'passed' ? (
          <>
            {' · '}
            <DaysLeft days={daysLeft} />
          </>
        ) : null}
      </p>
      {movedDays ? (
        <p className="small muted">
          {t(movedDays > 0 ? 'delivery.movedLater' : 'delivery.movedEarlier', {
            count: Math.abs(movedDays),
          })}
        </p>
      ) : null}
    </>
  );
}
