import { useTranslation } from 'react-i18next';
import { readDate } from '@/formats/read-date';
import { useStated } from '@/ui/stated-date';
import { useFigure } from '@/words/figure';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import type { Commitment, Quantity } from '../draft/document';

/** A figure in words: what qualifies it, how many, of what. */
export function useSayQuantity(): (quantity: Quantity | null) => string {
  const { t } = useTranslation('words');
  const say = useFigure();
  const language = useLanguage();
  return (quantity) => {
    if (quantity === null) return '';
    const { value, unit, qualifier, stated } = quantity;
    if (value === null) return stated ?? t('absence.not_stated');
    return unit ? say({ value, unit, qualifier }) : formatNumber(value, language);
  };
}

/** A promise in one line: its kind, its figure and its deadline as far as they are known. */
export function useSayPromise(): (commitment: Commitment) => string {
  const { t } = useTranslation('words');
  const sayQuantity = useSayQuantity();
  const sayDate = useSayStated();
  return ({ kind, measure, quantity, deadline }) =>
    [
      kind ? t(`kind.${kind}`) : '',
      measure === 'quantity' ? sayQuantity(quantity) : measure ? t(`measure.${measure}`) : '',
      deadline ? sayDate(deadline.stated) : '',
    ]
      .filter(Boolean)
      .join(' · ');
}

/** A stated date in words. */
export function useSayStated(): (stated: string) => string {
  const say = useStated();
  return (stated) => {
    const date = readDate(stated);
    return date ? say(date) : stated;
  };
}
