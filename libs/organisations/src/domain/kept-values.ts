/** A personal value that is kept under an id. */
export interface KeptValue {
  readonly id: string;
  readonly value: string;
  readonly language: string | null;
  readonly preferred: boolean;
}

/** What has to happen to the kept values for them to be those that are wanted. */
export interface ValueChanges<Wanted> {
  readonly removed: readonly string[];
  readonly changed: readonly (readonly [id: string, wanted: Wanted])[];
  readonly added: readonly Wanted[];
}

/** Compares kept values with the wanted ones, so that a value that stays keeps the id that others refer to. */
export function changesOfValues<Wanted extends Omit<KeptValue, 'id'>>(
  kept: readonly KeptValue[],
  wanted: readonly Wanted[],
): ValueChanges<Wanted> {
  const byValue = new Map(kept.map((value) => [value.value, value]));
  const wantedValues = new Set(wanted.map(({ value }) => value));
  return {
    removed: kept.filter(({ value }) => !wantedValues.has(value)).map(({ id }) => id),
    changed: wanted.flatMap((value) => {
      const known = byValue.get(value.value);
      const same = known?.language === value.language && known.preferred === value.preferred;
      return known && !same ? [[known.id, value] as const] : [];
    }),
    added: wanted.filter(({ value }) => !byValue.has(value)),
  };
}
