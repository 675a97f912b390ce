/** A stretch of words that both texts have, or one of them alone. */
export interface Stretch {
  readonly is: 'kept' | 'removed' | 'added';
  readonly words: string;
}

/** Beyond this many comparisons two texts are told apart as wholes: nobody reads such a mixture. */
const BOUND = 400_000;

/** What two texts have in common and what only one of them has, word by word, in reading order. */
export function differenceOfWords(before: string, after: string): Stretch[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const start = commonLength(old, now, (list, index) => list[index]);
  const rest = [old.slice(start), now.slice(start)] as const;
  const end = commonLength(rest[0], rest[1], (list, index) => list[list.length - 1 - index]);
  const middle = [rest[0].slice(0, rest[0].length - end), rest[1].slice(0, rest[1].length - end)] as const;
  return joined([
    { is: 'kept', words: old.slice(0, start).join('') },
    ...differenceOfMiddle(...middle),
    { is: 'kept', words: old.slice(old.length - end).join('') },
  ]);
}

/** Words with the space before them, so that they join to the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+\s*?(?=\s|$)|\s+/gu) ?? [];
}

function commonLength(
  one: readonly string[],
  other: readonly string[],
  at: (list: readonly string[], index: number) => string | undefined,
): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && at(one, length) === at(other, length)) length += 1;
  return length;
}

function differenceOfMiddle(old: readonly string[], now: readonly string[]): Stretch[] {
  if (old.length * now.length > BOUND) {
    return [
      { is: 'removed', words: old.join('') },
      { is: 'added', words: now.join('') },
    ];
  }
  const lengths = longestCommon(old, now);
  const found: Stretch[] = [];
  let [o, n] = [0, 0];
  while (o < old.length || n < now.length) {
    const [was, is] = [old[o], now[n]];
    if (was !== undefined && was === is) {
      found.push({ is: 'kept', words: was });
      [o, n] = [o + 1, n + 1];
    } else if (was !== undefined && (is === undefined || at(lengths, o + 1, n) >= at(lengths, o, n + 1))) {
      found.push({ is: 'removed', words: was });
      o += 1;
    } else {
      found.push({ is: 'added', words: is ?? '' });
      n += 1;
    }
  }
  return found;
}

/** How many words can be kept from each pair of positions on. */
function longestCommon(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let o = old.length - 1; o >= 0; o -= 1) {
    const row = lengths[o] as number[];
    for (let n = now.length - 1; n >= 0; n -= 1) {
      row[n] =
        old[o] === now[n]
          ? at(lengths, o + 1, n + 1) + 1
          : Math.max(at(lengths, o + 1, n), at(lengths, o, n + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0;
}

/** Neighbours of one kind become one stretch; between them what was removed comes first. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    if (stretch.words === '') continue;
    const last = found.at(-1);
    if (last?.is === stretch.is) found[found.length - 1] = { ...last, words: last.words + stretch.words };
    else found.push(stretch);
  }
  return found;
}
