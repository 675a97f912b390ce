/** Blanks, dots, dashes and strokes that people put between the parts of a number. */
const BETWEEN = '[ .\\-/_]{0,2}';
const YEAR = '(?:19|20)\\d\\d';
const ALONE = '(?<![\\p{L}\\d]|\\d[ .\\-/_]{1,2})';
const AT_END = '(?![\\p{L}\\d]|[ .\\-/_]{1,2}\\d)';

/** What has as many digits and is none: a day, a span of years, the number of an agreement (`MA-2023-006`). */
const HARMLESS = new RegExp(
  `${ALONE}(?:${YEAR}-\\d\\d-\\d\\d|\\d{1,2}[./-]\\d{1,2}[./-]${YEAR}|${YEAR} ?[-/] ?${YEAR}|[A-Z]{2}-${YEAR}-\\d{3})${AT_END}`,
  'gu',
);

/** Short words that stand before figures and before no number of a card. */
const WORDS = 'AT|AU|BY|DE|DU|EN|ET|IN|NO|NR|OF|ON|OR|TO';

const FORMS = [
  // The Moroccan card: one or two letters and four to seven digits; the passport has two and seven.
  new RegExp(
    `(?<!\\p{L})(?!(?:${WORDS})[ .])(?![A-Z]{1,2}[ .\\-/]{1,2}${YEAR}${AT_END})[A-Z](?:${BETWEEN}[A-Z])?(?:${BETWEEN}\\d){4,7}${AT_END}`,
    'u',
  ),
  // Passports of other countries: up to three letters and up to nine digits, or letters among the digits.
  /(?<![\p{L}\d])[A-Z]{1,3}-?\d{6,9}(?![\p{L}\d])/u,
  /(?<![\p{L}\d])\d{2} ?[A-Z]{2} ?\d{5}(?![\p{L}\d])/u,
  /(?<![\p{L}\d])(?=[A-Z]*(?:\d[A-Z]*){4,}(?![\p{L}\d]))[CFGHJK][CFGHJKLMNPRTVWXYZ\d]{8}(?![\p{L}\d])/u,
  // A number that follows the name of its card, whatever it looks like.
  new RegExp(
    `(?<!\\p{L})(?:CINE?|CNIE?|CNSS|PASSE?PORT)[^\\p{L}\\d]{0,4}[A-Z]{0,3}(?:${BETWEEN}\\d){4,}`,
    'u',
  ),
  // Numbers of social security, of bank accounts and of telephones are long and have nothing before them.
  new RegExp(`\\d(?:${BETWEEN}\\d){7,}`, 'u'),
];

/**
 * Whether a text holds something that looks like the number of an identity card, a passport or a social security
 * file. The register keeps of a person the office, the name and the work contact and no such number (law 09-08), so
 * what looks like one is refused. A telephone number counts as one: no field of the register asks for it.
 * @param text in any case; figures may be Arabic-Indic and stand apart.
 */
export function looksLikeIdentityNumber(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u0640]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .toUpperCase()
    .replace(HARMLESS, '…');
  return FORMS.some((form) => form.test(plain));
}
