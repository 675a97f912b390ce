import type { CitedSubject } from './agreement-document';
import type { DraftDocument } from './draft-document';

/** One field that differs between two documents; a part that only one of them has differs as a whole. */
export interface Difference {
  /** Where, with parts named by their id: `commitments[<id>].quantity.value`. */
  readonly path: string;
  readonly subject: CitedSubject;
  /** Null for the agreement itself. */
  readonly subjectId: string | null;
  /** The field within its subject, as `quantity.value`; empty when the whole part came or went. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

interface Part {
  readonly subject: CitedSubject | 'citation';
  readonly id: string | null;
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * What differs between two documents of one agreement, field by field, in the order of the document. The order of
 * parts says nothing and is not compared.
 */
export function differencesBetween(before: DraftDocument, after: DraftDocument): Difference[] {
  const earlier = partsOf(before);
  const later = partsOf(after);
  const paths = new Set([...earlier.keys(), ...later.keys()]);
  return [...paths].flatMap((path) => compare(earlier.get(path), later.get(path)));
}

function compare(before: Part | undefined, after: Part | undefined): Difference[] {
  const part = after ?? before;
  if (!part) return [];
  const where = { subject: subjectOf(part), subjectId: subjectIdOf(part) };
  if (!before || !after) {
    const whole = { ...where, path: part.path, field: '' };
    return [{ ...whole, before: before?.fields ?? null, after: after?.fields ?? null }];
  }
  const old = flattened(before.fields);
  const now = flattened(after.fields);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field) ?? null, now.get(field) ?? null];
    if (same(was, is)) return [];
    return [{ ...where, path: part.path ? `${part.path}.${field}` : field, field, before: was, after: is }];
  });
}

/** A citation is shown under what it speaks of. */
function subjectOf({ subject, fields }: Part): CitedSubject {
  return subject === 'citation' ? ((fields.subject as CitedSubject | null) ?? 'agreement') : subject;
}

function subjectIdOf({ subject, id, fields }: Part): string | null {
  return subject === 'citation' ? (fields.subjectId as string | null) : id;
}

function partsOf(document: DraftDocument): Map<string, Part> {
  const { parties, signatories, commitments, citations, ...own } = document;
  const parts: Part[] = [{ subject: 'agreement', id: null, path: '', fields: own }];
  const add = (subject: Part['subject'], list: string, { id, ...fields }: { readonly id: string }) =>
    parts.push({ subject, id, path: `${list}[${id}]`, fields });
  for (const party of parties) add('party', 'parties', party);
  for (const signatory of signatories) add('signatory', 'signatories', signatory);
  for (const { milestones, ...commitment } of commitments) {
    add('commitment', 'commitments', commitment);
    for (const milestone of milestones) {
      add('milestone', `commitments[${commitment.id}].milestones`, milestone);
    }
  }
  for (const citation of citations) add('citation', 'citations', citation);
  return new Map(parts.map((part) => [part.path, part]));
}

/** The leaves of an object by their path; lists of plain values are leaves, and so is what is null. */
function flattened(value: object, prefix = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (inner !== null && typeof inner === 'object' && !Array.isArray(inner)) {
      for (const [deeper, leaf] of flattened(inner, path)) found.set(deeper, leaf);
    } else found.set(path, inner);
  }
  return found;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
