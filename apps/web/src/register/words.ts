import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { useFigure as useFigureInWords } from '@/words/figure';
import { STAGES } from '@/words/stages';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import type { Axes } from './figures';

export type Quantity = components['schemas']['PublicQuantityResponse'];

/** A number with what it counts, `200 jobs`; without a unit the number alone. */
export function useCounted(): (value: number, unit: string | null) => string {
  const say = useFigureInWords();
  const language = useLanguage();
  return (value, unit) => (unit === null ? formatNumber(value, language) : say({ value, unit }));
}

/** A verified value in the measure of its promise: `40 jobs`, or how far it has come. */
export function useDelivered({
  measure,
  quantity,
}: {
  readonly measure: string;
  readonly quantity: Pick<Quantity, 'unit'> | null;
}): (value: number) => string {
  const counted = useCounted();
  const word = useWord();
  return (value) =>
    measure === 'completion'
      ? word('completionStage', STAGES[value] ?? String(value))
      : counted(value, quantity?.unit ?? null);
}

/** A figure exactly as stated, with its qualifier; null where the paper gives words only. */
export function useFigure(): (quantity: Pick<Quantity, 'value' | 'unit' | 'qualifier'>) => string | null {
  const { t } = useTranslation('words');
  const say = useFigureInWords();
  const language = useLanguage();
  return ({ value, unit, qualifier }) => {
    if (value === null) return null;
    if (unit !== null) return say({ value, unit, qualifier });
    const figure = formatNumber(value, language);
    return String(t(`qualified.${qualifier}` as never, { figure, defaultValue: figure } as never));
  };
}

/**
 * What kind of figure it is, in words. Of jobs everything is said, also what the papers do not state; of other units
 * what is stated.
 */
export function useAxes(): (axes: Omit<Axes, 'kind' | 'unit'> & { unit: string | null }) => string[] {
  const { t } = useTranslation('register');
  const word = useWord();
  return ({ unit, level, ...rest }) => {
    const stated = (['relation', 'stability', 'basis'] as const).flatMap((axis) => {
      if (rest[axis] !== 'not_stated') return [word(axis, rest[axis])];
      return unit === 'jobs' ? [t(`axis.${axis}`)] : [];
    });
    return [...stated, word('level', level)];
  };
}
