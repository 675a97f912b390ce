/** A link from one end to another; what it links is named by id. */
export interface DirectedLink {
  readonly from: string;
  readonly to: string;
}

/** Whether a new link would lead, over those that are there, back to where it starts. */
export function leadsBack(links: readonly DirectedLink[], { from, to }: DirectedLink): boolean {
  const after = new Map<string, string[]>();
  for (const link of links) after.set(link.from, [...(after.get(link.from) ?? []), link.to]);
  const reached = new Set([to]);
  for (const at of reached) for (const next of after.get(at) ?? []) reached.add(next);
  return reached.has(from);
}

/**
 * Puts what is linked in order: what follows stands after what it follows from; otherwise the order stays as given. A
 * circle, which nobody can record, ends where it begins.
 */
export function inChainOrder<T extends { readonly id: string }>(
  members: readonly T[],
  follows: readonly DirectedLink[],
): T[] {
  const known = new Set(members.map(({ id }) => id));
  const before = new Map<string, Set<string>>();
  for (const { from, to } of follows) {
    if (!known.has(from) || !known.has(to) || from === to) continue;
    before.set(to, (before.get(to) ?? new Set()).add(from));
  }
  const placed = new Set<string>();
  const ordered: T[] = [];
  const rest = [...members];
  while (rest.length > 0) {
    const free = rest.findIndex(({ id }) => [...(before.get(id) ?? [])].every((one) => placed.has(one)));
    const [next] = rest.splice(Math.max(free, 0), 1);
    if (next === undefined) break;
    placed.add(next.id);
    ordered.push(next);
  }
  return ordered;
}
