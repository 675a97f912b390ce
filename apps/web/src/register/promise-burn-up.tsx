import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { BurnUpPicture } from '@/ui/burn-up';
import { deadlinesOf } from '@/ui/burn-up-deadlines';
import { STAGES } from '@/words/stages';
import { useWord } from '@/words/use-word';
import type { RecordPromise } from './queries';

/** From this length on a number is written short: 1.5M. */
const LONG = 100_000;

/** What was verified over time beside what was promised; without claims and forecasts, which are not public. */
export function PromiseBurnUp({ promise }: { readonly promise: RecordPromise }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const word = useWord();
  const { delivery, measure, quantity } = promise;
  if (!delivery) return null;
  const { promisedLine, promised, accepted } = delivery;
  const unit = quantity?.unit ? word('unit', quantity.unit) : word('measure', measure);
  const nameOf = (value: number) =>
    measure === 'completion'
      ? word('completionStage', STAGES[value] ?? String(value))
      : formatNumber(value, language, value >= LONG ? { notation: 'compact' } : {});
  return (
    <BurnUpPicture
      series={{ promisedLine, promised, claimed: [], accepted, forecast: null }}
      deadlines={deadlinesOf(promise)}
      nameOf={nameOf}
      words={{
        chart: t('delivery.chart'),
        told: t('delivery.chartTold', { unit }),
        milestones: t('delivery.line.milestones'),
        assumed: t('delivery.line.assumed'),
        claimed: '',
        accepted: t('delivery.verified'),
        band: '',
        deadline: {
          first: t('delivery.deadline.first'),
          moved: t('delivery.deadline.moved'),
          now: t('delivery.deadline.now'),
        },
      }}
    />
  );
}
