import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatMoney } from '@/formats/numbers';
import type { components } from '../../.generated/schema';

/** An amount of all agreements of an event together, as it was qualified. */
export function EventAmount({ of: amount }: { readonly of: components['schemas']['AmountResponse'] | null }) {
  const { t } = useTranslation('words');
  const language = useLanguage();
  if (!amount) return <>{t('absence.not_stated')}</>;
  const figure = formatMoney(amount.value, amount.currency, language);
  return <>{t(`qualified.${amount.qualifier as 'about'}`, { figure })}</>;
}
