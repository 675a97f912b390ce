import type { Language } from '@/app/languages';
import { formatNumber } from './numbers';

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in the largest unit of which there is at least one; a thousand bytes are a kilobyte. */
export function formatBytes(bytes: number, language: Language): string {
  const power = bytes < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  return formatNumber(bytes / 1000 ** power, language, {
    style: 'unit',
    unit: SIZES[power],
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
}

const SPANS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long something lasts, in the largest unit of which there are at least two: 90 seconds, 3 minutes. */
export function formatDuration(seconds: number, language: Language): string {
  const [unit, length] = SPANS.find(([, each]) => seconds >= 2 * each) ?? (['second', 1] as const);
  return formatNumber(Math.floor(seconds / length), language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  });
}
