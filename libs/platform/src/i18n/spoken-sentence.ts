import type { Language, SentenceValues } from '@app/kernel';
import { Tongue } from '../mail/letter/tongue';
import { sentence } from './sentences';

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The pages are written for Morocco, whose names of months differ from those of other Arabic countries. */
const COUNTRY = 'MA';

/**
 * The sentence of a code for somebody who reads it on a page: days in it are written in the reader's language, as the
 * pages and the letters write them, and no line of French breaks before its double punctuation.
 * @throws Error for an unknown code.
 */
export function spokenSentence(code: string, language: Language, values: SentenceValues = {}): string {
  const tongue = Tongue.of(language, COUNTRY);
  const written = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && CALENDAR_DATE.test(value) ? tongue.stated(value) : value,
  ]);
  const said = sentence(code, language, Object.fromEntries(written) as SentenceValues);
  return language === 'fr' ? withNoBreakSpaces(said) : said;
}

/** Catalogues are typed with ordinary spaces. */
function withNoBreakSpaces(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}
