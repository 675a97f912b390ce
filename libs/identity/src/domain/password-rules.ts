import { GUESSED_PASSWORDS, GUESSED_WORDS } from './guessed-passwords';

/** Characters a password has at least and at most; no rule says of which kinds (NIST SP 800-63B-4, 3.1.1.2). */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** What must remain of a password beside words that anybody would try first. */
const OWN_PART = 6;
const NAMES_OF_THE_REGISTER = ['mithaq', 'ميثاق'];

export type PasswordFault =
  'password_too_short' | 'password_too_long' | 'password_too_common' | 'password_is_address';

/** The one form of a password, whatever keyboard it was typed on (NIST SP 800-63B-4: NFKC). */
export function normalisedPassword(password: string): string {
  return password.normalize('NFKC');
}

/** Why nobody may have this password; null when the holder of the address may. */
export function passwordFaultOf(password: string, email: string): PasswordFault | null {
  const length = [...normalisedPassword(password)].length;
  if (length < SHORTEST_PASSWORD) return 'password_too_short';
  if (length > LONGEST_PASSWORD) return 'password_too_long';
  const folded = normalisedPassword(password).toLowerCase();
  if (GUESSED_PASSWORDS.has(folded) || isLengthened(folded) || isRepeated(folded))
    return 'password_too_common';
  const words = [email.toLowerCase(), ...email.toLowerCase().split(/[@.]/), ...NAMES_OF_THE_REGISTER];
  return ownPartOf(folded, words).length < OWN_PART ? 'password_is_address' : null;
}

/** A word that guessers know, with digits and signs around it. */
function isLengthened(folded: string): boolean {
  return GUESSED_WORDS.has(folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
}

/** A word of up to four characters over and over, or a run along the digits or the alphabet. */
function isRepeated(folded: string): boolean {
  if (/^(.{1,4})\1+.{0,3}$/u.test(folded)) return true;
  const steps = [...folded].map((character) => character.codePointAt(0) ?? 0);
  const ways = new Set(steps.slice(1).map((code, index) => code - (steps[index] ?? 0)));
  return ways.size === 1;
}

function ownPartOf(folded: string, words: readonly string[]): string {
  const long = words.filter((word) => word.length >= 3);
  return long.reduce((rest, word) => rest.split(word).join(''), folded).replace(/[^\p{L}\p{N}]/gu, '');
}
