/**
 * The fewest looks, more or less, in which every value of one kind meets every value of each other kind, beside those
 * `seen` already: greedy, and the same each time.
 */
export function pairwise<Kinds extends Record<string, readonly unknown[]>>(
  kinds: Kinds,
  seen: readonly { readonly [Kind in keyof Kinds]: Kinds[Kind][number] }[] = [],
): { readonly [Kind in keyof Kinds]: Kinds[Kind][number] }[] {
  const all = combinations(kinds);
  const open = new Set(all.flatMap(pairsOf));
  seen.flatMap(pairsOf).forEach((pair) => open.delete(pair));
  const chosen: typeof all = [];
  while (open.size > 0) {
    const best = all.reduce((a, b) => (newPairs(b, open) > newPairs(a, open) ? b : a));
    pairsOf(best).forEach((pair) => open.delete(pair));
    chosen.push(best);
  }
  return chosen;
}

/** Every value of every kind with every other. */
export function combinations<Kinds extends Record<string, readonly unknown[]>>(
  kinds: Kinds,
): { readonly [Kind in keyof Kinds]: Kinds[Kind][number] }[] {
  return Object.entries(kinds).reduce<Record<string, unknown>[]>(
    (made, [kind, values]) => made.flatMap((one) => values.map((value) => ({ ...one, [kind]: value }))),
    [{}],
  ) as { readonly [Kind in keyof Kinds]: Kinds[Kind][number] }[];
}

function pairsOf(combination: Record<string, unknown>): string[] {
  const entries = Object.entries(combination).map(([kind, value]) => `${kind}=${String(value)}`);
  return entries.flatMap((one, index) => entries.slice(index + 1).map((other) => `${one}&${other}`));
}

function newPairs(combination: Record<string, unknown>, open: ReadonlySet<string>): number {
  return pairsOf(combination).filter((pair) => open.has(pair)).length;
}
