import { createHash } from 'node:crypto';

const NAMED_REVISION = /^(?:W\/)?"(\d{1,9})(?:-[\w-]{1,43})?"$/;

/**
 * The entity tag of an answer: the revision of its record, which a change must name, and a digest of its content,
 * which holds names of other records too and so may differ at the same revision.
 */
export function entityTagOf(body: object): string {
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 16);
  // What is told of the past names no revision: nothing is changed by what it shows.
  return 'revision' in body && typeof body.revision === 'number' && !('asOf' in body)
    ? `"${body.revision}-${digest}"`
    : `"${digest}"`;
}

/** The one revision that an `If-Match` header names; null for `*`, for a list, and for text that is no tag of ours. */
export function revisionNamedBy(header: string | undefined): number | null {
  const match = NAMED_REVISION.exec(header?.trim() ?? '');
  return match ? Number(match[1]) : null;
}

/** Whether an `If-None-Match` header names this tag, or everything. */
export function namesTag(header: string, tag: string): boolean {
  return header.split(',').some((part) => {
    const named = part.trim();
    return named === '*' || named.replace(/^W\//, '') === tag;
  });
}
