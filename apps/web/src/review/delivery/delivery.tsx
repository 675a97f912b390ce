import { useTranslation } from 'react-i18next';
import { formatShare } from '@/formats/numbers';
import { useLanguage } from '@/app/services';
import { Badge } from '@/ui/badge';
import { Text } from '@/ui/text';
import type { CommitmentRecord } from '../commitment/commitment-page';
import { BurnUp } from './burn-up';
import { DeliveryClocks } from './delivery-clocks';
import { DeliveryFlags } from './delivery-flags';
import './delivery.css';

/** How a promise is being delivered: three answers that may differ, what stands beside them, and where it leads. */
export function Delivery({ commitment }: { readonly commitment: CommitmentRecord }) {
  const { t } = useTranslation('review');
  return (
    <section className="section">
      <h2>{t('delivery.title')}</h2>
      <DeliveryClocks of={commitment} />
      <DeliveryFlags of={commitment} />
      <h3>{t('delivery.forecast')}</h3>
      <Forecast of={commitment.forecast} />
      <h3>{t('delivery.chart')}</h3>
      <BurnUp of={commitment} />
    </section>
  );
}

/** Never a day alone: the sentence says the range, the label how much it says. */
function Forecast({ of }: { readonly of: CommitmentRecord['forecast'] }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { sentence, method, wide, share, observations, crossesDeadline } = of;
  return (
    <>
      <p className="prose">
        <Text of={sentence} />
      </p>
      {share === null && !wide && !crossesDeadline ? null : (
        <p className="actions">
          {share === null ? null : (
            <Badge>{t('delivery.share', { share: formatShare(share, language) })}</Badge>
          )}
          {wide ? <Badge tone="attention">{t('delivery.wide', { count: observations ?? 0 })}</Badge> : null}
          {crossesDeadline ? <Badge tone="late">{t('delivery.crosses')}</Badge> : null}
        </p>
      )}
      {method ? (
        <p className="prose small muted">
          <Text of={method} />
        </p>
      ) : null}
    </>
  );
}
