import {
  CalendarDate,
  Language,
  LocalizedText,
  SentenceValues,
  parsePublishedDate,
  textIn,
} from '@app/kernel';
import { sentence } from '../../i18n/sentences';

/** Around every value in a sentence, so that a number or a Latin title keeps its direction among Arabic words. */
export const ISOLATE = { begins: '\u2068', ends: '\u2069' } as const;
const ISOLATES = /[\u2066-\u2069]/g;

/** The value without marks of its own, between isolating marks. */
function isolated(value: string | number): string {
  return `${ISOLATE.begins}${String(value).replace(ISOLATES, '')}${ISOLATE.ends}`;
}

/** The text without isolating marks. */
export function withoutIsolates(text: string): string {
  return text.replace(ISOLATES, '');
}

/** How one language writes numbers, days, dates and sentences. */
export class Tongue {
  private static readonly known = new Map<string, Tongue>();
  private readonly plurals: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;
  private readonly months: Intl.DateTimeFormat;
  private readonly weekdays: Intl.DateTimeFormat;
  private readonly locale: string;

  /**
   * The tongue of a language in a country, made once: its formats cost more than a whole letter.
   * @param country ISO code that decides the month names of Arabic; another name decides nothing.
   */
  static of(language: Language, country: string): Tongue {
    const key = `${language} ${country}`;
    const tongue = Tongue.known.get(key) ?? new Tongue(language, country);
    Tongue.known.set(key, tongue);
    return tongue;
  }

  private constructor(
    readonly language: Language,
    country: string,
  ) {
    const region = /^[a-z]{2}$/i.test(country) ? `-${country.toUpperCase()}` : '';
    const locale = { ar: `ar${region}-u-nu-latn`, fr: 'fr', en: 'en-GB' }[language];
    this.locale = locale;
    this.plurals = new Intl.PluralRules(language);
    this.numbers = new Intl.NumberFormat(locale);
    // A calendar date has no zone: it is written as the day it is in UTC.
    this.months = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' });
    this.weekdays = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' });
  }

  /** An amount with the name of its currency in words, without decimals that say nothing. */
  money(value: number, currency: string): string {
    return new Intl.NumberFormat(this.locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'name',
      minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
      maximumFractionDigits: 2,
    }).format(value);
  }

  /** A sentence of the catalogue with its values isolated. */
  say(code: string, values: SentenceValues = {}): string {
    const marked = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)]));
    return sentence(code, this.language, marked);
  }

  /** The same without isolation, for parts that are words of this language themselves. */
  phrase(code: string, values: SentenceValues = {}): string {
    return sentence(code, this.language, values);
  }

  /** The sentence for a number of days; Arabic has five forms of it. */
  days(code: string, days: number): string {
    const category = this.plurals.select(days);
    return this.say(`${code}_${category === 'zero' ? 'other' : category}`, { days: this.number(days) });
  }

  /** A number of things in words; Arabic has five forms of it. */
  counted(code: string, value: number): string {
    const category = this.plurals.select(value);
    return this.phrase(`${code}_${category === 'zero' ? 'other' : category}`, { number: this.number(value) });
  }

  /** The form of a noun or adjective after a number: one, a few (Arabic only), or any other. */
  form(value: number): 'one' | 'few' | 'other' {
    const category = this.plurals.select(value);
    if (category === 'one') return 'one';
    return category === 'two' || category === 'few' ? 'few' : 'other';
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  /** A text in this language, else in another. */
  text(text: LocalizedText): string {
    return withoutIsolates(textIn(text, this.language));
  }

  /** A day in words. */
  date(date: CalendarDate): string {
    const [year, , day] = date.split('-').map(Number) as [number, number, number];
    const first = this.language === 'fr' && day === 1 ? '1er' : String(day);
    return this.phrase('mail_date', { day: first, month: this.months.format(noonOf(date)), year });
  }

  /** A day in words with its weekday. */
  dayOfWeek(date: CalendarDate): string {
    return this.phrase('mail_date_with_weekday', {
      weekday: this.weekdays.format(noonOf(date)),
      date: this.date(date),
    });
  }

  /** A date as a paper states it, in words and no more exact than stated. */
  stated(stated: string): string {
    const date = parsePublishedDate(stated);
    if (date === null) return stated;
    const year = Number(date.firstDay.slice(0, 4));
    switch (date.precision) {
      case 'day':
        return this.date(date.firstDay);
      case 'range':
        return this.phrase('mail_range', { from: this.date(date.firstDay), until: this.date(date.lastDay) });
      case 'month':
        return this.phrase('mail_month', { month: this.months.format(noonOf(date.firstDay)), year });
      case 'half_year':
        return this.phrase(stated.endsWith('1') ? 'mail_half_year_1' : 'mail_half_year_2', { year });
      case 'year':
        return stated;
    }
  }
}

function noonOf(date: CalendarDate): Date {
  return new Date(`${date}T12:00:00Z`);
}
