interface Dated {
  readonly lastDay: string;
}

/** As much of a promise as tells which last days it had. */
export interface DatedPromise {
  readonly firstDeadline: Dated | null;
  readonly deadline: Dated | null;
  readonly deadlineMoves: readonly { readonly act: string; readonly new: Dated | null }[];
}

/** A last day of a promise: the first, one that an act moved it to, or the one that holds. */
export interface DrawnDeadline {
  readonly day: string;
  readonly kind: 'first' | 'moved' | 'now';
  /** The act that moved it there; null for the first. */
  readonly act: string | null;
}

/** Only these acts move a promise: the others tell how the register came to know it. */
const MOVES = ['amendment', 'suspension'];

/** The last days that a promise had, from the first to the one that holds; each day once. */
export function deadlinesOf({ firstDeadline, deadline, deadlineMoves }: DatedPromise): DrawnDeadline[] {
  const now = deadline?.lastDay ?? null;
  const moved = deadlineMoves.flatMap(({ act, new: to }) =>
    to && MOVES.includes(act) ? [{ day: to.lastDay, act }] : [],
  );
  const first = firstDeadline?.lastDay ?? null;
  const acts = new Map(moved.map(({ day, act }) => [day, act]));
  const between = [...acts]
    .filter(([day]) => day !== now && day !== first)
    .map(([day, act]) => ({ day, kind: 'moved', act }) as const);
  return [
    ...(first === null || first === now ? [] : [{ day: first, kind: 'first', act: null } as const]),
    ...between,
    ...(now === null ? [] : [{ day: now, kind: 'now', act: acts.get(now) ?? null } as const]),
  ];
}
