const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640]/g;
const FOREIGN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Digits of every script as 0–9, without marks of direction, each kind of space as one. */
export function plainText(text: string): string {
  return text
    .replace(FOREIGN_DIGITS, (digit) => String(digit.codePointAt(0)! & 0xf))
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What people mean to be the same word, whatever its accents, hamzas, vowel marks and capitals. */
export function fold(text: string): string {
  return plainText(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[’‘`]/g, "'");
}

/** Whether each word that was typed begins a word of the text. */
export function matchesWords(text: string, typed: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .every((part) => words.some((word) => word.startsWith(part) || withoutArticle(word).startsWith(part)));
}

function withoutArticle(word: string): string {
  return word.startsWith('ال') ? word.slice(2) : word;
}
