import { isLanguage } from '@/app/languages';

/**
 * Where to go on after signing in, as a path below the language; null when it is no path of this site. Backslashes and
 * control characters are refused, for browsers read `/\host` and `/<tab>/host` as addresses of another site.
 */
export function pathOfThisSite(asked: string | null): string | null {
  if (!asked || asked.length > 450 || !asked.startsWith('/')) return null;
  if (asked.startsWith('//') || asked.includes('\\') || /\p{Cc}/u.test(asked)) return null;
  const [, first = '', ...rest] = asked.split('/');
  if (!isLanguage(first.split(/[?#]/)[0])) return asked;
  const below = `/${rest.join('/')}`;
  return below.startsWith('//') ? null : below;
}
