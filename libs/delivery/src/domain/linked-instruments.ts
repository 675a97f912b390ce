/** Two instruments that speak of the same thing, in whichever direction the link was recorded. */
export interface InstrumentLink {
  readonly fromAgreementId: string;
  readonly toAgreementId: string;
}

/**
 * Groups agreements that are linked, directly or through others. Answers the family of each linked agreement as a
 * number; an agreement without links has none. The same jobs promised in a memorandum and again in the convention
 * that follows are counted once per family.
 */
export function familiesOf(links: readonly InstrumentLink[]): ReadonlyMap<string, number> {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    for (let at = id; at !== root;) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { fromAgreementId, toAgreementId } of links) {
    const [from, to] = [rootOf(fromAgreementId), rootOf(toAgreementId)];
    if (from !== to) parents.set(from, to);
  }
  const numbers = new Map<string, number>();
  const families = new Map<string, number>();
  for (const { fromAgreementId, toAgreementId } of links) {
    for (const id of [fromAgreementId, toAgreementId]) {
      const root = rootOf(id);
      const number = numbers.get(root) ?? numbers.size + 1;
      numbers.set(root, number);
      families.set(id, number);
    }
  }
  return families;
}
