/** A field that changed: what it said and what it says. */
export interface ChangedField<Value = unknown> {
  readonly from: Value;
  readonly to: Value;
}

/** What most corrections note: the fields that changed, by name. */
export interface Changed {
  readonly changed: Readonly<Record<string, ChangedField>>;
}

/** The fields of `after` that say something else than in `before`; empty when nothing changed. */
export function changedFields<T extends object>(before: T, after: Partial<T>): Record<string, ChangedField> {
  const pairs = Object.entries(after).map(
    ([field, to]) => [field, { from: before[field as keyof T] ?? null, to: to ?? null }] as const,
  );
  return Object.fromEntries(pairs.filter(([, { from, to }]) => JSON.stringify(from) !== JSON.stringify(to)));
}
