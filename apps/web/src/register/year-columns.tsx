import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Column } from '@/ui/bar';
import { figureOf } from './figure-choice';
import type { ShownSummary } from './figures';
import { groupKey, sharesOf, useGroupName } from './groups';

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
  const nameOf = useGroupName();
  const years = groups.filter(({ year }) => year !== null);
  const shares = sharesOf(years, chosen);
  return (
    <div className="years" role="img" aria-label={t('groups.yearPicture')}>
      {years.map((group) => {
        const value = figureOf(group, chosen)?.value ?? null;
        return (
          <div key={groupKey(group)} className="year">
            <span className="year-number small">{value === null ? '' : formatNumber(value, language)}</span>
            <div className="year-column">
              <Column length={shares.get(groupKey(group)) ?? 0} />
            </div>
            <span className="year-name small">{nameOf(group)}</span>
          </div>
        );
      })}
    </div>
  );
}
