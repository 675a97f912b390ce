import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Column } from '@/ui/bar';
import { figureOf } from './figure-choice';
import type { ShownSummary } from './figures';
import { sharesOf } from './groups';

/**
 * The years of deadlines as columns. Time begins where a line of text begins: at the left in French and English, at the
 * right in Arabic, as the years of a table do. The table below it says the same in numbers.
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
    <div className="years" role="img" aria-label={t('groups.yearPicture')}>
      {yearsOf(groups).map((year) => {
        const group = groups.find((one) => one.year === year);
        const value = group ? (figureOf(group, chosen)?.value ?? null) : null;
        return (
          <div key={year} className="year">
            <span className="year-number small">{value === null ? '' : formatNumber(value, language)}</span>
            <div className="year-column">
              <Column length={shares.get(String(year)) ?? 0} />
            </div>
            <span className="year-name small">{year}</span>
          </div>
        );
      })}
    </div>
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
