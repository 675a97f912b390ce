import { useTranslation } from 'react-i18next';
import { useHref, useSearchParams } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { useWord } from '@/words/use-word';
import { type Figure, LEVELS, type ShownSummary, type Total, allTotals, figureKey } from './figures';
import { changedAddress } from './question';
import { useAxes, useCounted } from './words';

/** What the maps, tables and time lines show: one kind of figure, or how many commitments there are. */
export const COMMITMENTS = 'commitments';

/** The kind of figure an address chooses; else the number of commitments, in which none is left out. */
export function chosenFigure({ promised }: ShownSummary, wished: string | null): string {
  const isKnown = allTotals(promised).some((total) => figureKey(total) === wished);
  return wished !== null && isKnown ? wished : COMMITMENTS;
}

/** The number of that kind in a group; null where the group holds none. */
export function figureOf(
  group: {
    readonly figures: Readonly<Record<string, Figure>>;
    readonly commitments: Figure;
    readonly recorded: boolean;
  },
  chosen: string,
): Figure | null {
  if (chosen !== COMMITMENTS) return group.figures[chosen] ?? null;
  return group.recorded ? group.commitments : null;
}

/** Chooses the kind of figure; the address keeps it. */
export function FigureChoice({
  summary,
  chosen,
}: {
  readonly summary: ShownSummary;
  readonly chosen: string;
}) {
  const { t } = useTranslation('register');
  const [address, setAddress] = useSearchParams();
  const action = useHref('/totals');
  const word = useWord();
  const language = useLanguage();
  const choose = (figure: string) =>
    setAddress((now) => changedAddress(now, { figure }), { replace: true, preventScrollReset: true });
  return (
    <form method="get" action={action} className="figure-choice no-print">
      {[...address].map(([name, value]) =>
        name === 'figure' ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Field label={t('totals.shown')}>
        {(wiring) => (
          <select
            className="control"
            name="figure"
            value={chosen}
            onChange={({ target }) => choose(target.value)}
            {...wiring}
          >
            {LEVELS.map((level) => {
              const totals = summary.promised[level].filter(({ total }) => total.value !== null);
              return totals.length === 0 ? null : (
                <optgroup key={level} label={word('level', level)}>
                  {totals.map((total) => (
                    <ChoiceOf key={figureKey(total)} total={total} />
                  ))}
                </optgroup>
              );
            })}
            <option value={COMMITMENTS}>
              {t('totals.commitments', {
                number: formatNumber(summary.coverage.commitments.value ?? 0, language),
              })}
            </option>
          </select>
        )}
      </Field>
      <noscript>
        <Button type="submit">{t('totals.show')}</Button>
      </noscript>
    </form>
  );
}

function ChoiceOf({ total }: { readonly total: Total }) {
  const describe = useKindOfFigure();
  const counted = useCounted();
  return (
    <option
      value={figureKey(total)}
    >{`${describe(total)} (${counted(total.total.value ?? 0, total.unit)})`}</option>
  );
}

/** A kind of figure in words, without its level: `Jobs: Direct · Stable · New`. */
export function useKindOfFigure(): (total: Total) => string {
  const { t } = useTranslation('register');
  const word = useWord();
  const axes = useAxes();
  return (total) => {
    const said = axes(total).slice(0, -1);
    const kind = word('kind', total.kind);
    return said.length > 0 ? t('totals.kind', { kind, axes: said.join(t('separator')) }) : kind;
  };
}
