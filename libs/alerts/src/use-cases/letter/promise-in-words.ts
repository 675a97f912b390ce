import { COUNTED_UNITS, Quantity } from '@app/kernel';
import { Tongue, withoutIsolates } from '@app/platform';

/**
 * A promised figure in words, with its qualifier and axes ("more than 1,000 new direct stable jobs"). What the
 * paper does not state is left out; a figure given in words only stays in those words.
 */
export function promiseInWords({ value, unit, ...axes }: Quantity, tongue: Tongue): string {
  if (value === null) return withoutIsolates(axes.stated ?? '');
  const form = tongue.form(value);
  const counted = (COUNTED_UNITS as readonly string[]).includes(unit);
  const inflected = (axis: 'relation' | 'stability') =>
    axes[axis] === 'not_stated' || unit !== 'jobs' ? '' : tongue.phrase(`mail_${axis}_${axes[axis]}_${form}`);
  const words = tongue.phrase('mail_promise', {
    qualifier: ['exactly', 'not_stated'].includes(axes.qualifier)
      ? ''
      : tongue.phrase(`mail_qualifier_${axes.qualifier}`),
    number: counted ? tongue.number(value) : tongue.money(value, unit),
    unit: counted ? tongue.phrase(`mail_unit_${unit}_${form}`) : '',
    relation: inflected('relation'),
    stability: inflected('stability'),
    basis:
      axes.basis === 'new' || axes.basis === 'additional'
        ? tongue.phrase(`mail_basis_${axes.basis}_${form}`)
        : '',
    scope: scopesOf(axes)
      .map((scope) => tongue.phrase(`mail_scope_${scope}`))
      .join(' '),
  });
  return words.replace(/ {2,}/g, ' ').trim();
}

/** What a reader must know so as not to take the figure for a firm's new jobs. */
function scopesOf({ basis, level }: Pick<Quantity, 'basis' | 'level'>): string[] {
  const scopes: string[] = [];
  if (basis === 'headcount_level' || basis === 'site_capacity') scopes.push(basis);
  if (level === 'programme' || (level === 'capacity' && basis !== 'site_capacity')) scopes.push(level);
  return scopes;
}
