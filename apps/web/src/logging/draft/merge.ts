import { type DraftContent, type DraftDocument, idsOf } from './document';

/** A value that two people changed differently since both read the same. */
export interface Conflict {
  /** Parts are named by their id: `commitments[<id>].quantity.value`. */
  readonly path: string;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly yours: unknown;
}

type Identified = { readonly id: string };
type Plain = Readonly<Record<string, unknown>>;

interface Sides {
  readonly base: unknown;
  readonly theirs: unknown;
  readonly yours: unknown;
}

/** Whose value stands where both changed it, by path; what is not named is yours. */
export type Choices = ReadonlyMap<string, 'theirs' | 'yours'>;

/** Joins two sets of changes, value by value: what one side alone changed is taken from it. */
export function mergeDocuments(
  base: DraftDocument,
  theirs: DraftDocument,
  yours: DraftDocument,
  choices: Choices = new Map(),
): { readonly document: DraftDocument; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = [];
  const document = merge({ base, theirs, yours }, '', { conflicts, choices }) as DraftDocument;
  return { document: withoutDangling(document), conflicts };
}

/** Joins two sets of changes of anything that is read as a whole, field by field. */
export function mergeValues<Value>(
  { base, theirs, yours }: { readonly base: Value; readonly theirs: Value; readonly yours: Value },
  choices: Choices = new Map(),
): { readonly value: Value; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = [];
  const value = merge({ base, theirs, yours }, '', { conflicts, choices }) as Value;
  return { value, conflicts };
}

interface Ledger {
  readonly conflicts: Conflict[];
  readonly choices: Choices;
}

function merge(sides: Sides, path: string, ledger: Ledger): unknown {
  const { base, theirs, yours } = sides;
  if (sameValue(yours, base)) return theirs;
  if (sameValue(theirs, base) || sameValue(theirs, yours)) return yours;
  if (isParts(base) && isParts(theirs) && isParts(yours))
    return mergeParts({ base, theirs, yours }, path, ledger);
  if (isPlain(base) && isPlain(theirs) && isPlain(yours)) {
    const keys = new Set([...Object.keys(yours), ...Object.keys(theirs)]);
    return Object.fromEntries(
      [...keys].map((key) => [
        key,
        merge(
          { base: base[key] ?? null, theirs: theirs[key] ?? null, yours: yours[key] ?? null },
          path ? `${path}.${key}` : key,
          ledger,
        ),
      ]),
    );
  }
  ledger.conflicts.push({ path, base, theirs, yours });
  return ledger.choices.get(path) === 'theirs' ? theirs : yours;
}

/** Your order first, then what they added; what one side took away and the other changed is a conflict. */
function mergeParts(
  { base, theirs, yours }: Record<keyof Sides, readonly Identified[]>,
  path: string,
  ledger: Ledger,
): unknown[] {
  const find = (list: readonly Identified[], id: string) => list.find((part) => part.id === id) ?? null;
  const ids = new Set([...yours, ...theirs].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const sides = { base: find(base, id), theirs: find(theirs, id), yours: find(yours, id) };
    const part = merge(sides, `${path}[${id}]`, ledger);
    return part === null ? [] : [part];
  });
}

/** A part that one side took away may be referred to by what the other wrote. */
function withoutDangling(document: DraftDocument): DraftDocument {
  const ids = new Set(idsOf(document));
  const kept = (id: string | null) => (id !== null && ids.has(id) ? id : null);
  return {
    ...document,
    signatories: document.signatories.map((one) => ({ ...one, partyId: kept(one.partyId) })),
    commitments: document.commitments.map((one) => ({
      ...one,
      obligorPartyId: kept(one.obligorPartyId),
      partOfId: kept(one.partOfId),
    })),
    citations: document.citations.filter(({ subjectId }) => subjectId === null || ids.has(subjectId)),
  };
}

/**
 * What the server made of what was sent: its ids and defaults, and the texts as they were typed, so that a space at
 * the end of a word that is still being written does not vanish under the writer's hands.
 */
export function adopt(sent: DraftContent, received: DraftContent): DraftContent {
  return adoptValue(withIds(sent, idsSent(sent, received)), received) as DraftContent;
}

/** The same content with other ids; references follow. */
export function withIds(content: DraftContent, ids: ReadonlyMap<string, string>): DraftContent {
  return JSON.parse(JSON.stringify(content), (_, value: unknown) =>
    typeof value === 'string' ? (ids.get(value) ?? value) : value,
  ) as DraftContent;
}

/** Which id the server gave to which part: parts come back in the order in which they were sent. */
export function idsSent(sent: DraftContent, received: DraftContent): ReadonlyMap<string, string> {
  const after = idsOf(received.document);
  return new Map(
    idsOf(sent.document).flatMap((id, at) => {
      const given = after[at];
      return given === undefined || given === id ? [] : [[id, given] as const];
    }),
  );
}

function adoptValue(sent: unknown, received: unknown): unknown {
  if (typeof sent === 'string' && typeof received === 'string' && sent.trim() === received) return sent;
  if (Array.isArray(sent) && Array.isArray(received) && sent.length === received.length)
    return received.map((one, at) => adoptValue(sent[at], one));
  if (isPlain(sent) && isPlain(received))
    return Object.fromEntries(
      Object.entries(received).map(([key, one]) => [key, adoptValue(sent[key], one)]),
    );
  return received;
}

/** Whether two values say the same, in whatever order their fields stand. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    isPlain(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

function isPlain(value: unknown): value is Plain {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isParts(value: unknown): value is readonly Identified[] {
  return Array.isArray(value) && value.every((part) => isPlain(part) && typeof part['id'] === 'string');
}
