import { fold } from './fold';
import type { StatedDate } from './dates';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Names of the months, folded, in the order of the year; Arabic as written in Morocco and elsewhere. */
const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'january', 'jan', 'يناير'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb', 'فبراير'],
  ['mars', 'march', 'mar', 'مارس'],
  ['avril', 'avr', 'april', 'apr', 'ابريل'],
  ['mai', 'may', 'ماي', 'مايو'],
  ['juin', 'june', 'jun', 'يونيو', 'يونيه'],
  ['juillet', 'juil', 'july', 'jul', 'يوليوز', 'يوليو'],
  ['aout', 'august', 'aug', 'غشت', 'اغسطس'],
  ['septembre', 'sept', 'september', 'sep', 'شتنبر', 'سبتمبر'],
  ['octobre', 'oct', 'october', 'اكتوبر'],
  ['novembre', 'nov', 'november', 'نونبر', 'نوفمبر'],
  ['decembre', 'dec', 'december', 'دجنبر', 'ديسمبر'],
];
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Words around a date that leave its last day what it is: "by 2029", "fin 2029", "في أفق 2030". */
const AROUND =
  /^(?:by (?:the )?|until |in |on |the |end (?:of )?|d'ici (?:a )?|(?:a )?(?:l')?horizon (?:de )?|fin (?:de )?|en |le |au |jusqu'(?:a |en |au )|annee |year |بحلول |في افق |افق |في |الي غايه |غايه |متم |نهايه |سنه |عام |شهر |يوم )+/;

const HALVES: readonly (readonly [RegExp, 1 | 2])[] = [
  [
    /^(?:h1|s1|1(?:er|st)? ?(?:semestre|half)|premier semestre|first half|(?:النصف|الاسدس|السداسي) الاول)$/,
    1,
  ],
  [
    /^(?:h2|s2|2(?:e|eme|nd)? ?(?:semestre|half)|(?:deuxieme|second) semestre|second half|(?:النصف|الاسدس|السداسي) الثاني)$/,
    2,
  ],
];
const QUARTER = /^(?:q|t)([1-4])$|^([1-4])(?:er|e|eme|st|nd|rd|th)? ?(?:trimestre|quarter)$/;

/** A day, or what is known of one: the beginning of a range may leave month and year to its end. */
interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/**
 * Reads a date as people write it in three languages, and keeps how exact it is: `2029`, `06/2029`, `juin 2029`,
 * `يونيو 2029`, `S1 2029`, `31/12/2029`, `du 14 au 16 avril 2025`. Days stand before months.
 * @returns null when it is none, or could be several.
 */
export function readDate(text: string): StatedDate | null {
  const words = fold(text)
    .replace(/[‐-―−]/g, '-')
    .replace(/[،,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(AROUND, '');
  return readYear(words) ?? readHalf(words) ?? readQuarter(words) ?? readOne(words) ?? readRange(words);
}

function readYear(words: string): StatedDate | null {
  const year = /^\d{4}$/.test(words) ? Number(words) : null;
  if (year === null || !isYear(year)) return null;
  return { stated: words, precision: 'year', lastDay: `${words}-12-31` };
}

/** The words beside the one year in them, and the year. */
function besideYear(words: string): readonly [string, number] | null {
  const years = words.match(/\d{4}/g) ?? [];
  if (years.length !== 1) return null;
  const year = Number(years[0]);
  const rest = words
    .replace(/\d{4}/, ' ')
    .replace(/(?:^| )(?:of|de|d'|du|l'annee|من|سنه|عام)(?= |$)/g, ' ')
    .replace(/[-/.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return isYear(year) ? [rest, year] : null;
}

function readHalf(words: string): StatedDate | null {
  const [rest, year] = besideYear(words) ?? ['', 0];
  const half = HALVES.find(([pattern]) => pattern.test(rest))?.[1];
  if (!half) return null;
  return {
    stated: `${year}-H${half}`,
    precision: 'half_year',
    lastDay: half === 1 ? `${year}-06-30` : `${year}-12-31`,
  };
}

/** The register knows no quarters: they are the range of their days. */
function readQuarter(words: string): StatedDate | null {
  const [rest, year] = besideYear(words) ?? ['', 0];
  const match = QUARTER.exec(rest);
  if (!match) return null;
  const last = Number(match[1] ?? match[2]) * 3;
  return rangeOf({ year, month: last - 2, day: 1 }, { year, month: last, day: daysIn(year, last) });
}

function readOne(words: string): StatedDate | null {
  const parts = readParts(words);
  if (!parts) return null;
  const { year, month, day } = parts;
  if (day !== null) return { stated: iso(parts), precision: 'day', lastDay: iso(parts) };
  return {
    stated: iso(parts).slice(0, 7),
    precision: 'month',
    lastDay: iso({ year, month, day: daysIn(year, month) }),
  };
}

function readRange(words: string): StatedDate | null {
  const bare = words.replace(/^(?:du|de|from|between|من|ما بين) /, '');
  for (const separator of [' au ', ' a ', ' to ', ' and ', ' الي ', ' و ', ' - ', '/', '-']) {
    const at = bare.indexOf(separator);
    if (at < 0 || bare.indexOf(separator, at + 1) >= 0) continue;
    const to = readParts(bare.slice(at + separator.length).trim());
    const from = to && readBeginning(bare.slice(0, at).trim(), to);
    if (!from || !to || to.day === null || from.day === null || iso(from) > iso(to)) continue;
    return rangeOf(from, to);
  }
  return null;
}

/** "14" or "14 avril" before "16 avril 2025". */
function readBeginning(words: string, end: Parts): Parts | null {
  const whole = readParts(words);
  if (whole) return whole;
  const day = /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(words);
  if (day) return known({ ...end, day: Number(day[1]) });
  return readParts(`${words} ${end.year}`);
}

const SHAPES: readonly (readonly [RegExp, (match: readonly string[]) => Parts | null])[] = [
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
    ([, year, month, day]) => known({ year: Number(year), month: Number(month), day: Number(day) }),
  ],
  [
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/,
    ([, day, month, year]) => known({ year: Number(year), month: Number(month), day: Number(day) }),
  ],
  [
    /^(\d{4})[-/.](\d{1,2})$/,
    ([, year, month]) => known({ year: Number(year), month: Number(month), day: null }),
  ],
  [
    /^(\d{1,2})[-/. ](\d{4})$/,
    ([, month, year]) => known({ year: Number(year), month: Number(month), day: null }),
  ],
  [
    /^(?:(\d{1,2})(?:er|st|nd|rd|th)? ?(?:de |of |من )?)?(\p{L}+)\.? ?(?:de |of )?(\d{4})$/u,
    ([, day, month, year]) => named(month, year, day),
  ],
  [/^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u, ([, month, day, year]) => named(month, year, day)],
  [/^(\d{4}) (\p{L}+)$/u, ([, year, month]) => named(month, year, undefined)],
];

function readParts(words: string): Parts | null {
  for (const [shape, read] of SHAPES) {
    const match = shape.exec(words);
    if (match) return read(match);
  }
  return null;
}

function named(month: string | undefined, year: string | undefined, day: string | undefined): Parts | null {
  const number = MONTH_NUMBERS.get(month ?? '');
  return number ? known({ year: Number(year), month: number, day: day ? Number(day) : null }) : null;
}

/** Null when the calendar has no such day. */
function known(parts: Parts): Parts | null {
  const { year, month, day } = parts;
  if (!isYear(year) || month < 1 || month > 12) return null;
  return day === null || (day >= 1 && day <= daysIn(year, month)) ? parts : null;
}

function rangeOf(from: Parts, to: Parts): StatedDate {
  return { stated: `${iso(from)}/${iso(to)}`, precision: 'range', lastDay: iso(to) };
}

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function iso({ year, month, day }: Parts): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`;
}
