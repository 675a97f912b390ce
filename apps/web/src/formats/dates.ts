import { type Language, LOCALES } from '@/app/languages';

/** A date as the papers state it, with the last day that the statement includes. */
export interface StatedDate {
  readonly stated: string;
  readonly precision: 'year' | 'month' | 'day' | 'range' | 'half_year';
  readonly lastDay: string;
}

/** Calendar dates have no zone: they are read and written as UTC, so that no zone can move them. */
function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...options });
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** A calendar day (YYYY-MM-DD) in words. */
export function formatDay(day: string, language: Language): string {
  return withOrdinal(formatter(language, DAY).format(utc(day)), language);
}

/** French counts the first day of a month and numbers the others: `1er décembre 2026`. */
function withOrdinal(day: string, language: Language): string {
  return language === 'fr' ? day.replace(/^1(?=[ \u00a0–])/, '1er') : day;
}

/** A calendar day in figures and a short month, for tables. */
export function formatShortDay(day: string, language: Language): string {
  const short = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return withOrdinal(formatter(language, short).format(utc(day)), language);
}

/** The month of a statement `2026-06`. */
export function formatMonth(month: string, language: Language): string {
  return formatter(language, { month: 'long', year: 'numeric' }).format(utc(`${month}-01`));
}

/** A range of days, `2025-04-14/2025-04-16`. */
export function formatRange(range: string, language: Language): string {
  const [from = '', to = from] = range.split('/');
  // Servers and browsers differ in the width of the spaces around the dash: one kind, so that both write the same.
  const days = formatter(language, DAY).formatRange(utc(from), utc(to));
  return withOrdinal(days.replace(/[\u2009\u202f]/g, ' '), language);
}

/** Halves of a year as `2025-H2`: the year and which half. */
export function halfYearOf(stated: string): { readonly year: string; readonly half: '1' | '2' } {
  const [year = '', half] = stated.split('-H');
  return { year, half: half === '2' ? '2' : '1' };
}

/** An instant (ISO 8601), with the zone it is told in: no browser knows the legal time of every year. */
export function formatInstant(instant: string, language: Language): string {
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  return formatter(language, { day: 'numeric', month: 'short', year: 'numeric', ...time }).format(
    new Date(instant),
  );
}

/** A date from what the paper states alone: how exact it is, and the last day that it includes. */
export function readStated(stated: string): StatedDate {
  const [from = '', until] = stated.split('/');
  if (until !== undefined) return { stated, precision: 'range', lastDay: until };
  if (/^\d{4}-H[12]$/.test(from)) {
    const { year, half } = halfYearOf(from);
    return { stated, precision: 'half_year', lastDay: half === '1' ? `${year}-06-30` : `${year}-12-31` };
  }
  if (/^\d{4}$/.test(from)) return { stated, precision: 'year', lastDay: `${from}-12-31` };
  if (/^\d{4}-\d{2}$/.test(from)) return { stated, precision: 'month', lastDay: lastDayOf(from) };
  return { stated, precision: 'day', lastDay: from };
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}
