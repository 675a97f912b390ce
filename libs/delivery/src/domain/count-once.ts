import { familiesOf } from './linked-instruments';

/** A link that decided which figure counts: between two instruments, or between two promises. */
export interface DecidingLink {
  readonly id: string;
  readonly between: 'agreements' | 'promises';
  readonly kind: string;
}

/** Two promises that somebody found to be one, or one to be a part of the other. */
export interface PromiseLink {
  readonly id: string;
  readonly kind: 'same_promise' | 'part_of';
  readonly fromCommitmentId: string;
  readonly toCommitmentId: string;
}

/** A figure that could be added up. */
export interface Figure {
  readonly commitmentId: string;
  readonly agreementId: string;
  /** Kind, unit, relation, stability, basis and level as one text: figures add where it agrees. */
  readonly axes: string;
  readonly hasValue: boolean;
  /** Orders instruments by what counts first: the least does. */
  readonly rank: number;
}

/** A figure that does not count, because another carries it too. */
export interface UncountedFigure {
  readonly commitmentId: string;
  /** The agreement whose figure counts. */
  readonly countedIn: string;
  /** The promise that counts in its place, where it was a link between promises that decided. */
  readonly countedCommitmentId: string | null;
}

/**
 * Counts promises once, beside what linked instruments decide already. Of promises that are one, one counts: that of the
 * instrument which counts anyway, else a figure before words, the one signed last. A part does not count beside the
 * whole where both would stand in one sum. No figure is dropped for one that does not count itself.
 * @param ofFamilies what the families of linked instruments leave out.
 */
export function countOnce(
  figures: readonly Figure[],
  ofFamilies: readonly UncountedFigure[],
  links: readonly PromiseLink[],
): UncountedFigure[] {
  const dropped = new Map(ofFamilies.map((one) => [one.commitmentId, one]));
  const counts = ({ commitmentId }: Figure) => !dropped.has(commitmentId);
  const drop = ({ commitmentId }: Figure, counted: Figure) =>
    dropped.set(commitmentId, {
      commitmentId,
      countedIn: counted.agreementId,
      countedCommitmentId: counted.commitmentId,
    });
  const inOrder = [...figures].sort(
    (a, b) =>
      Number(b.hasValue) - Number(a.hasValue) || a.rank - b.rank || compare(a.commitmentId, b.commitmentId),
  );
  const byId = new Map(inOrder.map((figure) => [figure.commitmentId, figure]));
  /** A figure that counts in the place of one that a family leaves out. */
  const standIn = ({ commitmentId, axes }: Figure): Figure | undefined => {
    const agreementId = dropped.get(commitmentId)?.countedIn;
    return inOrder.find((one) => one.agreementId === agreementId && one.axes === axes && counts(one));
  };
  const groups = promisesThatAreOne(inOrder, links);
  for (const group of groups) {
    const counting = group.filter(counts);
    const elsewhere = group.filter((one) => !counts(one)).flatMap((one) => standIn(one) ?? []);
    const chosen = counting.find((one) => elsewhere.includes(one)) ?? elsewhere[0] ?? counting[0];
    for (const one of counting) if (chosen && one !== chosen) drop(one, chosen);
  }
  for (const { fromCommitmentId, toCommitmentId } of links.filter(({ kind }) => kind === 'part_of')) {
    const [part, named] = [byId.get(fromCommitmentId), byId.get(toCommitmentId)];
    if (!part || !named || !counts(part)) continue;
    const group = groups.find((members) => members.includes(named)) ?? [named];
    const whole = [named, ...group, ...[standIn(named) ?? []].flat()].find(
      (one) => counts(one) && one !== part && one.hasValue && one.axes === part.axes,
    );
    if (whole) drop(part, whole);
  }
  return [...dropped.values()];
}

/** The groups of promises that are one; a promise that is alone is in none. */
function promisesThatAreOne(figures: readonly Figure[], links: readonly PromiseLink[]): Figure[][] {
  const known = new Set(figures.map(({ commitmentId }) => commitmentId));
  const families = familiesOf(
    links
      .filter(
        ({ kind, fromCommitmentId, toCommitmentId }) =>
          kind === 'same_promise' && known.has(fromCommitmentId) && known.has(toCommitmentId),
      )
      .map(({ fromCommitmentId, toCommitmentId }) => ({
        fromAgreementId: fromCommitmentId,
        toAgreementId: toCommitmentId,
      })),
  );
  const groups = new Map<number, Figure[]>();
  for (const figure of figures) {
    const number = families.get(figure.commitmentId);
    if (number === undefined) continue;
    groups.set(number, [...(groups.get(number) ?? []), figure]);
  }
  return [...groups.values()];
}

/** One step of the way between two ends. */
export interface Step extends DecidingLink {
  readonly from: string;
  readonly to: string;
}

/** The fewest links that connect two ends, in whichever direction they were recorded; none where nothing does. */
export function wayBetween(steps: readonly Step[], from: string, to: string): DecidingLink[] {
  const around = new Map<string, Step[]>();
  for (const step of steps) {
    for (const end of [step.from, step.to]) {
      const list = around.get(end);
      if (list) list.push(step);
      else around.set(end, [step]);
    }
  }
  const reachedBy = new Map<string, { readonly step: Step; readonly before: string } | null>([[from, null]]);
  for (const at of reachedBy.keys()) {
    if (at === to) break;
    for (const step of around.get(at) ?? []) {
      const next = step.from === at ? step.to : step.from;
      if (!reachedBy.has(next)) reachedBy.set(next, { step, before: at });
    }
  }
  const way: DecidingLink[] = [];
  for (let reached = reachedBy.get(to) ?? null; reached; reached = reachedBy.get(reached.before) ?? null) {
    const { id, between, kind } = reached.step;
    way.unshift({ id, between, kind });
  }
  return way;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
