/** A value that two people changed differently since they both read it. */
export interface MergeConflict {
  /** As in differences: parts are named by their id. */
  readonly path: string;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly yours: unknown;
}

export interface Merged<Document> {
  /** Both sides' changes; where they conflict, yours. */
  readonly document: Document;
  readonly conflicts: readonly MergeConflict[];
}

interface Identified {
  readonly id: string;
}

/**
 * Joins two sets of changes to one document, value by value: what only one side changed is taken from it. Parts are
 * compared by their id, texts and figures by their fields, lists of plain values as a whole.
 */
export function mergeDocuments<Document extends object>(
  base: Document,
  theirs: Document,
  yours: Document,
): Merged<Document> {
  const conflicts: MergeConflict[] = [];
  const document = merge({ base, theirs, yours }, '', conflicts) as Document;
  return { document, conflicts };
}

interface Sides {
  readonly base: unknown;
  readonly theirs: unknown;
  readonly yours: unknown;
}

function merge({ base, theirs, yours }: Sides, path: string, conflicts: MergeConflict[]): unknown {
  if (same(yours, base)) return theirs;
  if (same(theirs, base) || same(theirs, yours)) return yours;
  if (isList(base) && isList(theirs) && isList(yours)) {
    return mergeParts({ base, theirs, yours }, path, conflicts);
  }
  if (isPlain(base) && isPlain(theirs) && isPlain(yours)) {
    const keys = new Set([...Object.keys(yours), ...Object.keys(theirs)]);
    return Object.fromEntries(
      [...keys].map((key) => {
        const sides = { base: base[key] ?? null, theirs: theirs[key] ?? null, yours: yours[key] ?? null };
        return [key, merge(sides, path ? `${path}.${key}` : key, conflicts)];
      }),
    );
  }
  conflicts.push({ path, base, theirs, yours });
  return yours;
}

/** Your order first, then what they added; a part that one side took away and the other changed is a conflict. */
function mergeParts(
  { base, theirs, yours }: Record<keyof Sides, readonly Identified[]>,
  path: string,
  conflicts: MergeConflict[],
): unknown[] {
  const find = (list: readonly Identified[], id: string) => list.find((part) => part.id === id) ?? null;
  const ids = new Set([...yours, ...theirs].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const sides = { base: find(base, id), theirs: find(theirs, id), yours: find(yours, id) };
    const part = merge(sides, `${path}[${id}]`, conflicts);
    return part === null ? [] : [part];
  });
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Whether the list holds parts with an id; an empty one may. */
function isList(value: unknown): value is readonly Identified[] {
  return Array.isArray(value) && value.every((part) => isPlain(part) && typeof part.id === 'string');
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** Keys in one order: two clients may send them in different ones. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isPlain(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
