import { type Language, LOCALES } from '@/app/languages';

/** A number as the language writes it, in one digit system for each. */
export function formatNumber(
  value: number,
  language: Language,
  options: Intl.NumberFormatOptions = {},
): string {
  return new Intl.NumberFormat(LOCALES[language], options).format(value);
}

/** Money with its currency by code; whole amounts without decimals. */
export function formatMoney(value: number, currency: string, language: Language): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  return formatNumber(value, language, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A share from 0 to 1 in percent. */
export function formatShare(share: number, language: Language): string {
  return formatNumber(share, language, { style: 'percent', maximumFractionDigits: 1 });
}
