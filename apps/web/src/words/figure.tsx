import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatMoney, formatNumber } from '@/formats/numbers';
import { Name } from '@/ui/text';
import { useWord } from './use-word';

/** A figure as it was promised: how many of what, and how exactly that was said. */
export interface PromisedFigure {
  /** Null where the paper gives words only. */
  readonly value: number | null;
  /** `jobs`, or a currency by its code. */
  readonly unit: string;
  readonly qualifier?: string | null;
  /** The paper's own words. */
  readonly stated?: string | null;
}

/** A figure in words: "more than 1,000 jobs". Words alone stand as the paper has them. */
export function Figure({ of }: { readonly of: PromisedFigure }) {
  const say = useFigure();
  const { t } = useTranslation('words');
  if (of.value !== null) return <>{say({ ...of, value: of.value })}</>;
  return of.stated ? <Name>{of.stated}</Name> : <span className="muted">{t('absence.not_stated')}</span>;
}

/** The same as one sentence, where there is a value. */
export function useFigure(): (of: PromisedFigure & { readonly value: number }) => string {
  const { t, i18n } = useTranslation('words');
  const word = useWord();
  const language = useLanguage();
  return ({ value, unit, qualifier }) => {
    const counted = `unitCounted.${unit}`;
    const figure = i18n.exists(counted, { ns: 'words', count: value })
      ? String(t(counted as never, { count: value, formatted: formatNumber(value, language) } as never))
      : /^[A-Z]{3}$/.test(unit)
        ? formatMoney(value, unit, language)
        : `${formatNumber(value, language)} ${word('unit', unit)}`;
    const qualified = `qualified.${qualifier ?? 'not_stated'}`;
    return i18n.exists(qualified, { ns: 'words' })
      ? String(t(qualified as never, { figure } as never))
      : figure;
  };
}
