import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatShortDay } from '@/formats/dates';

/** How long something has waited, and since which day. */
export function Waiting({ age, since }: { readonly age: number; readonly since: string }) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <>
      {age === 0 ? t('home.sinceToday') : t('home.age', { count: age })}
      <small className="muted line">{t('home.since', { day: formatShortDay(since, language) })}</small>
    </>
  );
}
