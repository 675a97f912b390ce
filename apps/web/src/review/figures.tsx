import { useTranslation } from 'react-i18next';
import { Name } from '@/ui/text';
import { useFigure } from '@/words/figure';
import { useWord } from '@/words/use-word';

/** A figure of a promise with its axes, in a document or in an answer. */
export interface FigureWithAxes {
  readonly qualifier?: string | null;
  readonly value?: number | null;
  readonly unit?: string | null;
  readonly relation?: string | null;
  readonly stability?: string | null;
  readonly basis?: string | null;
  readonly level?: string | null;
  readonly stated?: string | null;
}

/** A number with what it counts; money by its currency. */
export function useCounted(): (value: number, unit: string | null | undefined) => string {
  const figure = useFigure();
  return (value, unit) => figure({ value, unit: unit ?? '' }).trim();
}

/** The figure, and below it what kind of figure it is: what goes without saying is left out. */
export function FigureAndAxes({ of }: { readonly of: FigureWithAxes }) {
  const { t } = useTranslation('words');
  const word = useWord();
  const figure = useFigure();
  const { value = null, unit, qualifier, stated } = of;
  const axes = [
    ...isStated(of.relation, (code) => word('relation', code)),
    ...isStated(of.stability, (code) => word('stability', code)),
    ...isStated(of.basis, (code) => word('basis', code)),
    ...(of.level && of.level !== 'firm' ? [word('level', of.level)] : []),
  ];
  return (
    <>
      <span>
        {value === null
          ? t('absence.not_stated')
          : figure({ value, unit: unit ?? '', qualifier: qualifier ?? null }).trim()}
      </span>
      {axes.length > 0 ? <small className="muted block">{axes.join(' · ')}</small> : null}
      {stated ? (
        <small className="muted block">
          <q>
            <Name>{stated}</Name>
          </q>
        </small>
      ) : null}
    </>
  );
}

function isStated(axis: string | null | undefined, say: (code: string) => string): string[] {
  return axis && axis !== 'not_stated' ? [say(axis)] : [];
}
