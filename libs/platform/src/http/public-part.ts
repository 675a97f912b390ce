import { ServedFile } from '../files/served-file';

/**
 * What stays in the house, by the name of the field: notes, tags, the position that follows an agreement, where an
 * organisation's mail goes, drafts and gaps. Each with what stands in its place for whoever is not of the house.
 */
const NEVER_PUBLIC: ReadonlyMap<string, null | readonly []> = new Map([
  ['note', null],
  ['tags', []],
  ['owner', null],
  ['ownerPositionId', null],
  ['reportingContacts', []],
  ['draft', null],
  ['completeness', null],
  ['acknowledgedGaps', []],
]);

/** Of these an organisation reads its own. */
const OWN = new Set(['reportingContacts']);

/** An answer without what is never public, for somebody who acts for these organisations. */
export function publicPartOf(value: unknown, organisations: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => publicPartOf(entry, organisations));
  if (!isRecord(value)) return value;
  const isOwn = typeof value.id === 'string' && organisations.includes(value.id);
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => {
      const kept = !NEVER_PUBLIC.has(field) || (isOwn && OWN.has(field));
      return [field, kept ? publicPartOf(inner, organisations) : NEVER_PUBLIC.get(field)];
    }),
  );
}

/** A plain object: an instant or a buffer writes itself, and a file is no object of fields. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return !('toJSON' in value) && !ArrayBuffer.isView(value) && !(value instanceof ServedFile);
}
