import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatShare } from '@/formats/numbers';
import { Fact } from '@/ui/facts';
import { Table } from '@/ui/table';
import { useText } from '@/ui/text';
import { DaysLeft } from '@/ui/stated-date';
import { useWord } from '@/words/use-word';
import type { RecordPromise } from './queries';
import { DefinitionLink } from './figure-links';
import { useDelivered } from './words';

/** Drawn when somebody asks for it: who reads the figures loads no picture. */
const PromiseBurnUp = lazy(async () => ({ default: (await import('./promise-burn-up')).PromiseBurnUp }));

/** What was verified of a promise, by which evidence and when it was last checked; or that nothing is public. */
export function PromiseDelivery({ promise }: { readonly promise: RecordPromise }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const word = useWord();
  const delivered = useDelivered(promise);
  const { delivery } = promise;
  if (!delivery) {
    // Beside a deadline that passed the word says so already.
    if (promise.status === 'deadline_passed_no_verified_report') return null;
    return (
      <Fact name={<DefinitionLink id="number.verified">{t('delivery.title')}</DefinitionLink>}>
        <span className="muted">{t('delivery.none')}</span>
      </Fact>
    );
  }
  const { evidence, original, accepted, disputed } = delivery;
  const last = accepted.at(-1);
  return (
    <>
      <Fact name={<DefinitionLink id="number.verified">{t('delivery.title')}</DefinitionLink>}>
        <strong>{delivered(evidence.value)}</strong>
        {t('separator')}
        {t('delivery.asOf', { day: formatDay(evidence.asOf, language) })}
        {evidence.share === null || promise.measure !== 'quantity' ? null : (
          <>
            {t('separator')}
            {t('delivery.share', { share: formatShare(evidence.share, language) })}
          </>
        )}
        <span className="muted block">
          {word('evidenceRank', evidence.rank)}
          {t('separator')}
          {word('evidenceBand', evidence.band)}
          {last ? (
            <>
              {t('separator')}
              {t('delivery.checkedOn', { day: formatDay(last.checkedOn, language) })}
            </>
          ) : null}
        </span>
        {disputed ? <span className="block">{t('delivery.disputed')}</span> : null}
      </Fact>
      {original ? (
        <Fact name={t('delivery.original')}>
          {formatDay(original.lastDay, language)}
          {t('separator')}
          {original.standing === 'ahead' || original.standing === 'passed' ? (
            <DaysLeft days={original.daysLeft} />
          ) : (
            t(`delivery.standing.${original.standing as 'met'}`)
          )}
        </Fact>
      ) : null}
      <Fact name={t('delivery.overTime')}>
        <VerifiedFigures promise={promise} />
        <Drawn promise={promise} />
      </Fact>
    </>
  );
}

type Accepted = NonNullable<RecordPromise['delivery']>['accepted'][number];

/** Each figure that was verified; what the picture draws of them, row by row. */
function VerifiedFigures({ promise }: { readonly promise: RecordPromise }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const word = useWord();
  const text = useText();
  const delivered = useDelivered(promise);
  const accepted: readonly Accepted[] = promise.delivery?.accepted ?? [];
  return (
    <Table
      caption={
        <span className="visually-hidden">{t('delivery.tableOf', { title: text(promise.title) })}</span>
      }
      rows={accepted}
      rowKey={({ day, value }) => `${day} ${value}`}
      columns={[
        {
          key: 'day',
          heading: t('delivery.day'),
          isRowHeading: true,
          cell: ({ day }) => formatDay(day, language),
        },
        {
          key: 'value',
          heading: t('delivery.verified'),
          numeric: true,
          cell: ({ value }) => delivered(value),
        },
        {
          key: 'evidence',
          heading: t('delivery.evidence'),
          cell: ({ rank, checkedOn }) => (
            <>
              {word('evidenceRank', rank)}
              <span className="muted block">
                {t('delivery.checkedOn', { day: formatDay(checkedOn, language) })}
              </span>
            </>
          ),
        },
      ]}
    />
  );
}

function Drawn({ promise }: { readonly promise: RecordPromise }) {
  const { t } = useTranslation('register');
  const [open, setOpen] = useState(false);
  return (
    <details className="no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('delivery.draw')}</summary>
      {open ? (
        <Suspense fallback={<p className="muted">{t('delivery.drawing')}</p>}>
          <PromiseBurnUp promise={promise} />
        </Suspense>
      ) : null}
    </details>
  );
}
