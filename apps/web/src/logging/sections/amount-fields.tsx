import { useTranslation } from 'react-i18next';
import { QuantityField } from '@/ui/quantity-field';
import type { Amount } from '../draft/document';
import { useDraft, useDraftValue } from '../draft/draft-context';
import { CURRENCIES } from '../draft/kinds';
import { withValueAt } from '../draft/paths';
import { useChoices, useUnitName } from './choices';

/** The amount of the instrument; without a figure there is none. */
export function AmountFields() {
  const { t } = useTranslation(['logging', 'words']);
  const { store } = useDraft();
  const choices = useChoices();
  const unitName = useUnitName();
  const { value, error, lock } = useDraftValue<Amount>('amount');
  const figureError = useDraftValue('amount.value').error;
  const unread = useDraftValue('amount').unread;
  const currencies = [...new Set([...CURRENCIES, ...(value ? [value.currency] : [])])];
  return (
    <QuantityField
      value={{
        label: t('words:field.amount'),
        field: 'amount',
        hint: lock ? t(`lock.${lock}`) : t('amountHint'),
        optional: true,
        error: error ?? figureError,
      }}
      qualifier={{ label: t('words:field.qualifier'), field: 'amount.qualifier' }}
      unit={{ label: t('currency'), field: 'amount.currency' }}
      figure={{
        value: value?.value ?? null,
        unit: value?.currency ?? 'MAD',
        qualifier: value?.qualifier ?? 'exactly',
      }}
      unread={unread}
      qualifiers={choices('qualifier')}
      units={currencies.map((code) => ({ value: code, label: unitName(code) }))}
      wholeUnits={[]}
      disabled={lock !== null}
      onRead={(figure, typed) => {
        const amount =
          figure.value === null
            ? null
            : {
                value: figure.value,
                currency: figure.unit ?? 'MAD',
                qualifier: (figure.qualifier ?? 'exactly') as Amount['qualifier'],
              };
        store.change((content) => withValueAt(content, 'amount', amount), { amount: typed });
      }}
    />
  );
}
