import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { BurnUpPicture, type BurnUpWords } from '@/ui/burn-up';
import { deadlinesOf } from '@/ui/burn-up-deadlines';
import { STAGES } from '@/words/stages';
import { useWord } from '@/words/use-word';
import type { CommitmentRecord } from '../commitment/commitment-page';
import { BurnUpTable } from './burn-up-table';

/** From this length on a number is written short: 1.5M. */
const LONG = 100_000;

/** Promise, claims, accepted values, forecast and deadlines over time; a table below says the same. */
export function BurnUp({ of: commitment }: { readonly of: CommitmentRecord }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const word = useWord();
  const words = useBurnUpWords(commitment);
  const { burnUp, measure } = commitment;
  const deadlines = deadlinesOf(commitment);
  const isReported = burnUp.claimed.length + burnUp.accepted.length > 0;
  const hasLines = isReported || burnUp.promised.length > 0;
  return (
    <>
      {isReported ? null : (
        <p className="prose">{t(hasLines ? 'delivery.onlyPromise' : 'delivery.nothingToDraw')}</p>
      )}
      {hasLines ? (
        <BurnUpPicture series={burnUp} deadlines={deadlines} words={words} nameOf={nameOf} />
      ) : null}
      <BurnUpTable of={commitment} deadlines={deadlines} />
    </>
  );

  function nameOf(value: number): string {
    if (measure === 'completion') return word('completionStage', STAGES[value] ?? String(value));
    return formatNumber(value, language, value >= LONG ? { notation: 'compact' } : {});
  }
}

function useBurnUpWords({ burnUp: { forecast }, quantity, measure }: CommitmentRecord): BurnUpWords {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const word = useWord();
  const unit = quantity ? word('unit', quantity.unit) : word('measure', measure);
  return {
    chart: t('delivery.chart'),
    told: t('delivery.chartTold', { unit }),
    milestones: t('delivery.line.milestones'),
    assumed: t('delivery.line.straight_assumption'),
    claimed: t('delivery.row.claimed'),
    accepted: t('delivery.row.accepted'),
    band: forecast
      ? t(forecast.latest === null ? 'delivery.bandOpen' : 'delivery.band', {
          day: formatDay(forecast.from.day, language),
        })
      : '',
    deadline: {
      first: t('delivery.deadline.first'),
      moved: t('delivery.deadline.moved'),
      now: t('delivery.deadline.now'),
    },
  };
}
