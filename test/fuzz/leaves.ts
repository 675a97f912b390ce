/** The places of all single values in a body, as keys and indexes from the root. */
export function leavesOf(
  body: unknown,
  path: readonly (string | number)[] = [],
): (readonly (string | number)[])[] {
  if (Array.isArray(body)) return body.flatMap((inner: unknown, index) => leavesOf(inner, [...path, index]));
  if (typeof body !== 'object' || body === null) return [path];
  return Object.entries(body).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** The value at a place. */
export function valueAt(body: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], body);
}

/** The body with another value at a place. */
export function withValue(body: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(body);
  const last = path.at(-1);
  if (last === undefined) return value;
  (valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>)[last] = value;
  return copy;
}

/** The name a refusal gives a place: `commitments[0].deadline.stated`. */
export function fieldName(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === '' ? key : `${name}.${key}`),
    '',
  );
}
