import type { Commitment } from './document';

export type Kind = NonNullable<Commitment['kind']>;
export type Measure = NonNullable<Commitment['measure']>;

/** Measures and units of each kind, as the server holds them; `money` stands for any currency. */
export const KINDS: Readonly<
  Record<Kind, { readonly measures: readonly Measure[]; readonly units: readonly string[] }>
> = {
  jobs: { measures: ['quantity'], units: ['jobs'] },
  training: { measures: ['quantity', 'completion', 'ongoing'], units: ['trainees', 'places'] },
  grants: { measures: ['quantity'], units: ['grants'] },
  placement_rate: { measures: ['quantity'], units: ['percent'] },
  investment: { measures: ['quantity'], units: ['money'] },
  export_revenue: { measures: ['quantity'], units: ['money'] },
  turnover: { measures: ['quantity'], units: ['money'] },
  facility: { measures: ['completion', 'ongoing', 'quantity'], units: ['places'] },
  connectivity: { measures: ['completion', 'ongoing'], units: [] },
  cooperation: { measures: ['completion', 'ongoing'], units: [] },
  digitisation: { measures: ['completion', 'ongoing'], units: [] },
  public_support: { measures: ['quantity', 'completion', 'ongoing'], units: ['money'] },
};

/** Currencies that are offered; a draft keeps another one that it has. */
export const CURRENCIES = ['MAD', 'EUR', 'USD', 'GBP'] as const;

/** Counted things come whole. */
export const WHOLE_UNITS = ['jobs', 'trainees', 'grants', 'places'] as const;

/** What a figure of this kind may count. */
export function unitsOf(kind: Kind | null, present: string | null = null): readonly string[] {
  const units =
    kind === null ? [] : KINDS[kind].units.flatMap((unit) => (unit === 'money' ? CURRENCIES : [unit]));
  return present === null || units.includes(present) ? units : [...units, present];
}
