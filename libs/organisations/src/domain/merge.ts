import { type FieldViolation, isWritten } from '@app/kernel';
import type { Organisation, OrganisationContent } from './organisation';

/** What two records of one organisation may contradict each other in; somebody says which is right. */
export const CONTRADICTED_FIELDS = ['kind', 'country', 'ice'] as const;
export type ContradictedField = (typeof CONTRADICTED_FIELDS)[number];

/** Of two records: the one that goes, or the one that stays. */
export const SIDES = ['gone', 'kept'] as const;
export type Side = (typeof SIDES)[number];

/** Which record is right, where they contradict each other. */
export type MergeChoices = Readonly<Partial<Record<ContradictedField, Side | null>>>;

/** Where both say something and not the same. */
export interface MergeContradiction {
  readonly field: ContradictedField;
  readonly gone: string;
  readonly kept: string;
}

/** One value that the record that stays takes over. */
export interface TakenOver {
  readonly from: string | null;
  readonly to: string;
}

/** What is taken over, by field; names by the language in which the record that stays had none. */
export type MergeChanges = Readonly<
  Partial<Record<ContradictedField | 'names.ar' | 'names.fr' | 'names.en', TakenOver>>
>;

/** What a merge comes to before anybody says yes. */
export interface MergePlan {
  readonly contradictions: readonly MergeContradiction[];
  readonly changes: MergeChanges;
  /** Contradictions without a choice; as long as there are any, nothing is merged. */
  readonly undecided: readonly ContradictedField[];
}

type Comparable = Pick<OrganisationContent, ContradictedField | 'names' | 'variants'>;

const LANGUAGES_OF_NAMES = ['ar', 'fr', 'en'] as const;

/** Where two records of one organisation contradict each other; what only one of them says contradicts nothing. */
export function mergeContradictions(gone: Comparable, kept: Comparable): MergeContradiction[] {
  return CONTRADICTED_FIELDS.flatMap((field) => {
    const [ours, theirs] = [kept[field], gone[field]];
    return ours === null || theirs === null || ours === theirs ? [] : [{ field, gone: theirs, kept: ours }];
  });
}

/**
 * What the record that stays takes over: what it does not say itself, and what was chosen against it. Its own names
 * stay; those of the other become spellings, and fill a language in which it has none.
 */
export function planMerge(gone: Comparable, kept: Comparable, choices: MergeChoices): MergePlan {
  const contradictions = mergeContradictions(gone, kept);
  const isOpen = (field: ContradictedField) => contradictions.some((one) => one.field === field);
  const taken = CONTRADICTED_FIELDS.flatMap((field) => {
    const [from, to] = [kept[field], gone[field]];
    const takes = isOpen(field) ? choices[field] === 'gone' : from === null;
    return takes && to !== null ? [[field, { from, to }] as const] : [];
  });
  const names = LANGUAGES_OF_NAMES.flatMap((language) => {
    const to = gone.names[language];
    return kept.names[language] === null && to !== null
      ? [[`names.${language}`, { from: null, to }] as const]
      : [];
  });
  return {
    contradictions,
    changes: Object.fromEntries([...taken, ...names]),
    undecided: contradictions.map(({ field }) => field).filter((field) => !choices[field]),
  };
}

/** What is missing for a merge: one choice for each contradiction that has none. */
export function choiceViolations({ undecided }: MergePlan): FieldViolation[] {
  return undecided.map((field) => ({ field: `choices.${field}`, code: 'merge_choice_required' }));
}

/** The record that stays, with what it takes over. */
export function withTakenOver<Content extends OrganisationContent>(
  kept: Content,
  changes: MergeChanges,
): Content {
  return replaced(kept, changes, (_, { to }) => to);
}

/**
 * The record that stayed, without what it had taken over. What somebody corrected since stays as corrected, and the
 * last name is never taken away.
 */
export function withoutTakenOver<Content extends OrganisationContent>(
  kept: Content,
  changes: MergeChanges,
): Content {
  const given = replaced(kept, changes, (now, { from, to }) => (now === to ? from : now));
  return isWritten(given.names) ? given : { ...given, names: kept.names };
}

/**
 * Every name and spelling by which an organisation goes beside its own: those of the records that were merged into it,
 * each once, in order.
 */
export function namesOfMerged(
  own: Comparable,
  merged: readonly Pick<Comparable, 'names' | 'variants'>[],
): string[] {
  const known = new Set(namesOf(own));
  return [...new Set(merged.flatMap(namesOf))].filter((name) => !known.has(name)).sort();
}

/** Whether a later merge into the same record took over a field that this one took over too. */
export function touchesSame(changes: MergeChanges, later: readonly MergeChanges[]): boolean {
  return Object.keys(changes).some((field) => later.some((other) => field in other));
}

/** All names and spellings of a record itself. */
export function namesOf({ names, variants }: Pick<Organisation, 'names' | 'variants'>): string[] {
  return [names.fr, names.en, names.ar, ...variants].filter((name) => name !== null);
}

function replaced<Content extends OrganisationContent>(
  content: Content,
  changes: MergeChanges,
  value: (now: string | null, change: TakenOver) => string | null,
): Content {
  const of = (field: keyof MergeChanges, now: string | null) => {
    const change = changes[field];
    return change ? value(now, change) : now;
  };
  const { ar, fr, en } = content.names;
  return {
    ...content,
    kind: of('kind', content.kind) as Content['kind'],
    country: of('country', content.country),
    ice: of('ice', content.ice),
    names: { ar: of('names.ar', ar), fr: of('names.fr', fr), en: of('names.en', en) },
  };
}
