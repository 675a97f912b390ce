import { Claim, agree, comparisonOf, partKey } from './claims';
import { Reading, keyOf } from './reading';

/** In what sources disagree; `spelling` is one name written in two ways. */
export const CONTRADICTION_KINDS = ['figure', 'date', 'place', 'name', 'spelling', 'statement'] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** One field of one part of an agreement on which the sources, or a source and the register, say different things. */
export interface Contradiction extends Pick<Claim, 'subject' | 'subjectId' | 'field'> {
  readonly kind: ContradictionKind;
  /** The document's own value first, where it has one. */
  readonly claims: readonly Claim[];
}

/**
 * The contradictions among claims. Figures, dates, places and names disagree by what they say, whoever was followed. Two
 * statements in words disagree only when one of them is not what the register follows: words differ without saying
 * different things. The order of the claims changes nothing.
 */
export function findContradictions(claims: readonly Claim[]): Contradiction[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const group = groups.get(partKey(claim));
    if (group) group.push(claim);
    else groups.set(partKey(claim), [claim]);
  }
  return [...groups.values()].flatMap((group) => {
    const kind = kindOf(group);
    const [first] = group;
    if (kind === null || first === undefined) return [];
    const { subject, subjectId, field } = first;
    return [{ subject, subjectId, field, kind, claims: inOrder(group) }];
  });
}

/** What was also reported: claims of sources that the register does not follow, or that say something else than it. */
export function alsoReported(claims: readonly Claim[]): Claim[] {
  const own = new Map(
    claims.flatMap((claim) => (claim.citationId === null ? [[partKey(claim), claim] as const] : [])),
  );
  return claims.filter((claim) => {
    if (claim.citationId === null) return false;
    const value = own.get(partKey(claim));
    return (
      !claim.adopted ||
      (value !== undefined && comparisonOf(claim.field) !== 'statement' && !agree(claim, value))
    );
  });
}

/**
 * What was on the table, as lines in a fixed order: which source says what, and the register's own value where no
 * source says it. A new claim, or one that says something else, makes other lines; following another source makes none.
 * A name of the register's own is personal and stays out.
 */
export function linesOf({ claims }: Pick<Contradiction, 'claims'>): string[] {
  const cited = claims.filter(({ citationId }) => citationId !== null);
  const own = claims.filter(
    (claim) => claim.citationId === null && !cited.some((other) => agree(claim, other)),
  );
  const lines = [...cited, ...own].map(({ sourceId, field, readings }) =>
    sourceId === null && field === 'name'
      ? 'register'
      : [sourceId ?? 'register', ...readings.map(keyOf).sort()].join('|'),
  );
  return [...new Set(lines)].sort();
}

/** Whether following this claim asks for another document than the current one; null stays with what it says. */
export function needsDraft({ claims }: Pick<Contradiction, 'claims'>, citationId: string | null): boolean {
  const followed = claims.find((claim) => claim.citationId === citationId);
  if (citationId === null || followed === undefined) return false;
  const own = claims.find((claim) => claim.citationId === null);
  return own === undefined || comparisonOf(own.field) === 'statement'
    ? !followed.adopted
    : !agree(followed, own);
}

function kindOf(claims: readonly Claim[]): ContradictionKind | null {
  const [first] = claims;
  const comparison = first ? comparisonOf(first.field) : null;
  if (comparison === null) return null;
  if (comparison === 'statement') return isDisputed(claims) ? 'statement' : null;
  const apart = claims.flatMap((one, index) =>
    claims.slice(index + 1).flatMap((other) => (agree(one, other) ? [] : [[one, other] as const])),
  );
  if (apart.length === 0) return null;
  if (comparison !== 'name') return comparison;
  return apart.every(([one, other]) => isSpelling(one, other)) ? 'spelling' : 'name';
}

function isDisputed(claims: readonly Claim[]): boolean {
  const followed = claims.filter(({ adopted }) => adopted);
  return claims.some((claim) => !claim.adopted && !followed.some((other) => agree(claim, other)));
}

/** One name in two spellings: few letters differ. */
function isSpelling(one: Claim, other: Claim): boolean {
  return wordsOf(one.readings).some((left) =>
    wordsOf(other.readings).some(
      (right) =>
        lettersApart(left, right) <= Math.max(1, Math.floor(Math.max(left.length, right.length) / 4)),
    ),
  );
}

function wordsOf(readings: readonly Reading[]): string[] {
  return readings.flatMap((reading) => (reading.kind === 'words' ? [reading.folded] : []));
}

/** How many letters have to be put in, taken out or changed. */
export function lettersApart(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  let row = right.map((_, index) => index + 1);
  for (const [index, letter] of left.entries()) {
    const next: number[] = [];
    for (const [at, against] of right.entries()) {
      const diagonal = at === 0 ? index : (row[at - 1] ?? 0);
      const before = at === 0 ? index + 1 : (next[at - 1] ?? 0);
      next.push(Math.min(diagonal + (letter === against ? 0 : 1), before + 1, (row[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? left.length;
}

function inOrder(claims: readonly Claim[]): Claim[] {
  return [
    ...claims.filter(({ citationId }) => citationId === null),
    ...claims.filter(({ citationId }) => citationId),
  ];
}
