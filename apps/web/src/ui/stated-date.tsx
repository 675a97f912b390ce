import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { type StatedDate, formatDay, formatMonth, formatRange, halfYearOf } from '@/formats/dates';

/** A date as the paper states it. */
export function Stated({ date }: { readonly date: StatedDate }) {
  // Names of months differ between versions of the same language's data: what the server wrote stays.
  return (
    <time dateTime={date.lastDay} suppressHydrationWarning>
      {useStated()(date)}
    </time>
  );
}

/** The same in words alone. */
export function useStated(): (date: StatedDate) => string {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  return ({ stated, precision }) => {
    switch (precision) {
      case 'year':
        return stated;
      case 'month':
        return formatMonth(stated, language);
      case 'half_year': {
        const { year, half } = halfYearOf(stated);
        return t(`halfYear.${half}`, { year });
      }
      case 'range':
        return formatRange(stated, language);
      case 'day':
        return formatDay(stated, language);
    }
  };
}

/** A deadline as published, and its last day where the paper is less exact than a day. */
export function DeadlineDate({ date }: { readonly date: StatedDate }) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  return (
    <>
      <Stated date={date} />
      {date.precision === 'day' ? null : (
        <small className="muted"> {t('lastDay', { day: formatDay(date.lastDay, language) })}</small>
      )}
    </>
  );
}

/** What is left until a last day, or how long it has passed. */
export function DaysLeft({ days }: { readonly days: number }) {
  const { t } = useTranslation('ui');
  if (days < 0) return <>{t('daysPassed', { count: -days })}</>;
  return <>{days === 0 ? t('today') : t('daysLeft', { count: days })}</>;
}
