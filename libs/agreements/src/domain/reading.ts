import { CalendarDate, Qualifier, parsePublishedDate } from '@app/kernel';

/** A bound differs from the figure itself: "more than 1,000" is not 1,000. */
export type Bound = 'value' | 'lower' | 'upper';

/** What can be compared in the words of a source. */
export type Reading =
  | { readonly kind: 'date'; readonly firstDay: CalendarDate; readonly lastDay: CalendarDate }
  | { readonly kind: 'figure'; readonly value: number; readonly bound: Bound }
  | { readonly kind: 'words'; readonly folded: string };

const BOUNDS: Readonly<Record<Qualifier, Bound>> = {
  exactly: 'value',
  about: 'value',
  not_stated: 'value',
  at_least: 'lower',
  more_than: 'lower',
  up_to: 'upper',
};

/** The bound that a qualifier of a figure sets. */
export function boundOf(qualifier: Qualifier): Bound {
  return BOUNDS[qualifier];
}

/** Letters and digits alone, without case, accents, vowel signs and variants of Arabic letters. */
export function foldWords(text: string): string {
  return withAsciiDigits(text)
    .normalize('NFKD')
    .replace(/\p{M}|\u0640/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئ]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a statement as one reading. */
export function wordsIn(stated: string): Reading {
  return { kind: 'words', folded: foldWords(stated) };
}

const MONTHS: Readonly<Record<string, number>> = {
  ...numbered('january february march april may june july august september october november december'),
  ...numbered('janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'),
  ...numbered('يناير فبراير مارس ابريل ماي يونيو يوليوز غشت شتنبر اكتوبر نونبر دجنبر'),
};

const ISO = /(?<!\d)\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}|(?<!\d)\d{4}-(?:H[12]|\d{2}(?:-\d{2})?)(?!\d)/g;
const WRITTEN = /(?:(\d{1,2})(?:er|st|nd|rd|th)?\s+)?(\p{L}+)\s+((?:19|20|21)\d{2})(?!\d)/gu;
const NUMERIC = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20|21)\d{2})(?!\d)/g;
const YEAR = /(?<![\d.,/-])(?:19|20|21)\d{2}(?![\d/-]|[.,]\d)/g;

/** Every date in the words, from a year to a day; what is read is taken out, so that nothing is read twice. */
export function datesIn(stated: string): Reading[] {
  const found: Reading[] = [];
  let rest = withAsciiDigits(stated);
  const take = (pattern: RegExp, iso: (match: string[]) => string | null) => {
    rest = rest.replace(pattern, (...groups: unknown[]) => {
      const match = groups.map((group) => (typeof group === 'string' ? group : ''));
      const read = parsePublishedDate(iso(match) ?? '');
      if (read === null) return match[0] ?? '';
      found.push({ kind: 'date', firstDay: read.firstDay, lastDay: read.lastDay });
      return ' ';
    });
  };
  take(ISO, ([all]) => all ?? null);
  take(NUMERIC, ([, day, month, year]) => `${year}-${padded(month)}-${padded(day)}`);
  take(WRITTEN, ([, day, name, year]) => {
    const month = MONTHS[foldWords(name ?? '')];
    if (month === undefined) return null;
    return `${year}-${padded(String(month))}${day ? `-${padded(day)}` : ''}`;
  });
  take(YEAR, ([all]) => all ?? null);
  return found;
}

const NUMBER = /\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?/g;
const SCALES: readonly [RegExp, number][] = [
  [/^(?:mmdh|milliards?|billions?|مليار(?:ات)?|bn)(?!\p{L})/u, 1_000_000_000],
  [/^(?:mdh|millions?|مليون|ملايين|m)(?!\p{L})/u, 1_000_000],
  [/^(?:thousand|mille|الف|k)(?!\p{L})/u, 1000],
];
const CENTIMES = /^(?:de |d )?(?:centimes?|سنتيم)(?!\p{L})/u;
const LOWER =
  /(?:more than|over|above|at least|minimum(?: of)?|plus de|plus d|au moins|اكثر من|ما لا يقل عن)$/;
const UPPER = /(?:up to|at most|less than|jusqu a|au plus|moins de|اقل من|ما يصل الي)$/;
const DATE_WORD =
  /(?:^|\s)(?:by|in|en|until|before|end of|horizon|d ici|d ici a|fin|avant|jusqu en|since|depuis|بحلول|سنه|عام|متم|في)$/;
const YEAR_ALONE = /^(?:19|20|21)\d{2}$/;

/**
 * Every figure in the words, in units: "1 250,5", "320 MDH" and "32 milliards de centimes" are read as people type them.
 * A year is no figure when a word of time stands before it or other figures are there.
 */
export function figuresIn(stated: string): Reading[] {
  const text = withAsciiDigits(stated);
  const found: { readonly reading: Reading; readonly isYear: boolean; readonly afterTime: boolean }[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const before = text.slice(0, match.index);
    const after = foldWords(text.slice(match.index + match[0].length, match.index + match[0].length + 60));
    const { scale, rest } = scaleOf(after);
    const value = numberOf(match[0]) * scale * (CENTIMES.test(rest) ? 0.01 : 1);
    const reading: Reading = { kind: 'figure', value: Number(value.toFixed(2)), bound: boundBefore(before) };
    const isYear = scale === 1 && YEAR_ALONE.test(match[0]);
    found.push({ reading, isYear, afterTime: isYear && DATE_WORD.test(foldWords(before)) });
  }
  const others = found.some(({ isYear }) => !isYear);
  return found
    .filter(({ isYear, afterTime }) => !afterTime && !(isYear && others))
    .map(({ reading }) => reading);
}

/** Whether two readings say the same; days of one year are another deadline than the year. */
export function sameReading(one: Reading, other: Reading): boolean {
  return keyOf(one) === keyOf(other);
}

/** A reading as text: equal exactly when the readings say the same. */
export function keyOf(reading: Reading): string {
  switch (reading.kind) {
    case 'date':
      return `date:${reading.lastDay}`;
    case 'figure':
      return `figure:${reading.bound}:${reading.value}`;
    case 'words':
      return `words:${reading.folded}`;
  }
}

function scaleOf(after: string): { scale: number; rest: string } {
  let scale = 1;
  let rest = after;
  for (let [pattern, factor] = scaleAt(rest); pattern !== null; [pattern, factor] = scaleAt(rest)) {
    scale *= factor;
    rest = rest.replace(pattern, '').trim();
  }
  return { scale, rest };
}

function scaleAt(text: string): [RegExp, number] | [null, 1] {
  return SCALES.find(([pattern]) => pattern.test(text)) ?? [null, 1];
}

function boundBefore(before: string): Bound {
  if (/[>≥]\s*$/u.test(before)) return 'lower';
  if (/[<≤]\s*$/u.test(before)) return 'upper';
  const words = foldWords(before.slice(-40));
  return LOWER.test(words) ? 'lower' : UPPER.test(words) ? 'upper' : 'value';
}

/** A separator before three digits groups thousands; any other begins the decimals. */
function numberOf(written: string): number {
  const [, whole = written, decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(written) ?? [];
  return Number(`${whole.replace(/[^\d]/g, '')}.${decimals || '0'}`);
}

function withAsciiDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

function numbered(names: string): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name, index) => [name, index + 1]));
}

function padded(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}
