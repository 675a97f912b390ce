import { fold } from './fold';

/** How a figure is qualified; the words of the register. */
type FigureQualifier = 'at_least' | 'more_than' | 'about' | 'up_to';

/** A figure as it was understood. */
export interface ReadFigure {
  readonly value: number;
  /** What the words say it counts: a currency or a counted thing; null when they do not. */
  readonly unit: string | null;
  readonly qualifier: FigureQualifier | null;
}

/** Why nothing was understood: no figure, or one that means different things to different people. */
export type FigureDoubt = 'not_a_figure' | 'ambiguous' | 'too_exact' | 'too_large';

/** As the register keeps figures: hundredths at the finest, and not beyond what stays exact. */
const LARGEST = 9_000_000_000_000n;

const QUALIFIERS: readonly (readonly [RegExp, FigureQualifier])[] = [
  [/^(?:>=|≥|at least |au moins |un minimum de |minimum |ما لا يقل عن |علي الاقل )/, 'at_least'],
  [/^(?:>|more than |over |plus de |اكثر من |ما يزيد عن |ازيد من )/, 'more_than'],
  [/^(?:~|≈|about |around |approximately |environ |quelque |pres de |حوالي |نحو |ما يقارب |زهاء )/, 'about'],
  [/^(?:<=|≤|up to |at most |jusqu'a |au plus |الي غايه |حتي )/, 'up_to'],
];

/** Words for powers of ten, the longer before the shorter that begins alike. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:milliards?|billions?|mds|md|mrd|bn|مليارات|مليارا|مليار)(?![a-z])/, 9],
  [/^(?:millions?|mn|ملايين|مليونا|مليون)(?![a-z])/, 6],
  [/^(?:mille|thousand|آلاف|الاف|الفا|الف)(?![a-z])/, 3],
];
const UNITS: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:mmdh|mmdhs|mmmad|mddh|mdsdh|gdh)$/, 'MAD', 9],
  [/^(?:mdh|mdhs|mmad)$/, 'MAD', 6],
  [/^(?:kdh|kmad)$/, 'MAD', 3],
  [/^(?:centimes?|سنتيمات|سنتيما|سنتيم)(?: (?:de )?(?:dirhams?|dhs?))?$/, 'MAD', -2],
  [
    /^(?:mad|dhs?|dirhams?(?: marocains?)?|moroccan dirhams?|درهما|دراهم|درهم)(?: (?:مغربي|مغربيه))?$/,
    'MAD',
    0,
  ],
  [/^(?:€|eur|euros?|يورو|اورو)$/, 'EUR', 0],
  [/^(?:\$|usd|us\$|dollars?(?: us)?|دولارات|دولارا|دولار)$/, 'USD', 0],
  [/^(?:£|gbp)$/, 'GBP', 0],
  [/^(?:%|percent|pour ?cent|في المائه|بالمائه|في الميه)$/, 'percent', 0],
  [
    /^(?:jobs?|emplois?|postes?(?: d'emploi)?|منصب شغل|مناصب شغل|منصبا|منصب|مناصب|فرص شغل|فرصه شغل)$/,
    'jobs',
    0,
  ],
  [/^(?:trainees?|stagiaires?|laureats?|متدربا|متدربين|متدرب)$/, 'trainees', 0],
  [/^(?:grants?|bourses?|منحه|منح)$/, 'grants', 0],
  [/^(?:places?|seats?|مقعدا|مقاعد|مقعد)$/, 'places', 0],
];
const LEADING = /^(us\$|[€$£]|mad|dhs?|eur|usd)\s*(?=\d)/;
const NUMBER = /^\d[\d.,' ]*/;

/**
 * Reads a figure as people write it: `1 250,5`, `1,250.5`, `320 MDH`, `32 milliards de centimes`, `plus de 1 000`,
 * `٣٢٠ مليون درهم`. What could be read in two ways is not guessed.
 */
export function readFigure(text: string): ReadFigure | FigureDoubt {
  const folded = fold(text).replace(/٬/g, ',').replace(/٫/g, '.').replace(/،/g, ',');
  const { qualifier, rest } = qualifierOf(folded);
  const leading = LEADING.exec(rest)?.[0] ?? '';
  const after = rest.slice(leading.length);
  const digits = NUMBER.exec(after)?.[0].trimEnd();
  if (!digits) return 'not_a_figure';
  const words = wordsOf(`${after.slice(digits.length)} ${leading.trim()}`);
  if (!words) return 'not_a_figure';
  const number = decimalOf(digits.replace(/[.,']$/, ''), words.power > 0);
  if (typeof number === 'string') return number;
  return exactly(number, words.power, { unit: words.unit, qualifier });
}

function qualifierOf(text: string): { readonly qualifier: FigureQualifier | null; readonly rest: string } {
  const found = QUALIFIERS.find(([pattern]) => pattern.test(text));
  return { qualifier: found?.[1] ?? null, rest: found ? text.replace(found[0], '').trim() : text };
}

/** What stands beside the number: powers of ten and a unit; null when something else does. */
function wordsOf(text: string): { readonly power: number; readonly unit: string | null } | null {
  let rest = text.trim();
  let power = 0;
  for (;;) {
    rest = rest.replace(/^(?:de |d'|of |من )/, '').trim();
    if (rest === '') return { power, unit: null };
    const unit = UNITS.find(([pattern]) => pattern.test(rest));
    if (unit) return { power: power + unit[2], unit: unit[1] };
    const scale = SCALES.find(([pattern]) => pattern.test(rest));
    if (!scale) return null;
    power += scale[1];
    rest = rest.replace(scale[0], '').trim();
  }
}

interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

/** Digits with separators of thousands and decimals, whichever the writer uses for which. */
function decimalOf(text: string, scaled: boolean): Decimal | FigureDoubt {
  const separators = [...new Set(text.replace(/\d/g, ''))];
  const marks = separators.filter((one) => one === '.' || one === ',');
  const spaces = separators.filter((one) => one === ' ' || one === "'");
  if (spaces.length > 1) return 'not_a_figure';
  if (marks.length === 2) {
    const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
    return split(text, decimal === '.' ? ',' : '.', decimal);
  }
  const [mark] = marks;
  if (mark === undefined) return split(text, spaces[0] ?? ' ', null);
  if (spaces.length === 1) return split(text, spaces[0] ?? ' ', mark);
  const groups = text.split(mark);
  const couldBeThousands =
    /^[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every((one) => one.length === 3);
  if (groups.length > 2) return split(text, mark, null);
  if (!couldBeThousands) return split(text, ' ', mark);
  // "1,250 million" is 1 250 million to some and 1.25 million to others; alone, no figure has three decimals.
  return scaled ? 'ambiguous' : split(text, mark, null);
}

function split(text: string, thousands: string, decimal: string | null): Decimal | FigureDoubt {
  const [whole = '', fraction = '', ...more] = decimal === null ? [text] : text.split(decimal);
  if (more.length > 0 || !/^\d*$/.test(fraction)) return 'not_a_figure';
  const groups = whole.split(thousands);
  const grouped =
    groups.length === 1 || groups.every((one, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(one));
  const digits = groups.join('');
  if (!grouped || !/^\d{1,20}$/.test(digits) || fraction.length > 12) return 'not_a_figure';
  return { digits: BigInt(digits + fraction), decimals: fraction.length };
}

function exactly(
  { digits, decimals }: Decimal,
  power: number,
  words: Omit<ReadFigure, 'value'>,
): ReadFigure | FigureDoubt {
  // In hundredths, the finest figure that is kept.
  const shift = power - decimals + 2;
  const factor = 10n ** BigInt(Math.abs(shift));
  if (shift < 0 && digits % factor !== 0n) return 'too_exact';
  const hundredths = shift < 0 ? digits / factor : digits * factor;
  if (hundredths > LARGEST * 100n) return 'too_large';
  return { value: Number(hundredths) / 100, ...words };
}
