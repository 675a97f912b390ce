import { type Language, LOCALES } from '@/app/languages';

/** Years that have days of their own, in order. */
export function yearsOf(holidays: readonly { readonly firstDay: string | null }[]): readonly string[] {
  const years = holidays.flatMap(({ firstDay }) => (firstDay ? [firstDay.slice(0, 4)] : []));
  return [...new Set(years)].sort();
}

/** A day of every year (`MM-DD`) in words; it is read in a leap year, so that the 29th of February has a place. */
export function monthDayOf(monthDay: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`2024-${monthDay}T00:00:00Z`));
}
