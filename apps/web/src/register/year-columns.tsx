import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Column } from '@/ui/bar';
import { figureOf } from './figure-choice';
import type { ShownSummary } from './figures';
import { sharesOf } from './groups';
import { pageOfRows } from './question';
import { MeaningOfShown } from './region-tiles';

/**
 * The years of deadlines as columns. Time begins where a line of text begins: at the left in French and English, at the
 * right in Arabic, as the years of a table do. A column leads to the rows behind its number; the table below it says
 * the same, with how many agreements that are.
 */
export function YearColumns({
  groups,
  chosen,
}: {
  readonly groups: ShownSummary['byDeadlineYear'];
  readonly chosen: string;
}) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const shares = sharesOf(
    groups.filter(({ year }) => year !== null),
    chosen,
  );
  return (
    <figure className="tiles-figure">
      <ul className="years" aria-label={t('groups.yearPicture')}>
        {yearsOf(groups).map((year) => {
          const group = groups.find((one) => one.year === year);
          const figure = group ? figureOf(group, chosen) : null;
          const isHeld = figure !== null && figure.value !== null;
          const column = (
            <>
              <span className="year-number small">
                {isHeld ? formatNumber(figure.value ?? 0, language) : ''}
              </span>
              <span className="year-column">
                <Column length={shares.get(String(year)) ?? 0} />
              </span>
              <span className="year-name small">{year}</span>
            </>
          );
          return (
            <li key={year}>
              {isHeld ? (
                <Link className="year" to={pageOfRows(figure.rows)}>
                  {column}
                </Link>
              ) : (
                <span className="year">{column}</span>
              )}
            </li>
          );
        })}
      </ul>
      <figcaption className="small muted">
        {t('groups.yearNote')}
        <MeaningOfShown chosen={chosen} />
      </figcaption>
    </figure>
  );
}

/** More years than this are not drawn one by one: those without anything are left out. */
const LONGEST_LINE = 20;

/** The year to which the national strategy looks (Digital Morocco 2030): the line reaches it whatever is shown. */
const HORIZON = 2030;

/** Every year from the first to the last, so that the line keeps its measure where nothing falls due. */
function yearsOf(groups: ShownSummary['byDeadlineYear']): number[] {
  const years = groups.flatMap(({ year }) => (year === null ? [] : [year])).sort((a, b) => a - b);
  const [first = HORIZON, latest = first] = [years[0], years.at(-1)];
  const last = Math.max(latest, HORIZON);
  if (last - first >= LONGEST_LINE) return years;
  return years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
