import { createHash } from 'node:crypto';
import { canonicalJson } from '@app/kernel';

/** An entry as it is hashed: everything that it says, instants as texts of the database with microseconds. */
export interface HashedEntry {
  readonly id: string;
  /** Business time, as in `2026-11-23T10:00:00.123Z`. */
  readonly at: string;
  /** When the database took it. */
  readonly recordedAt: string;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly tokenId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
  readonly requestId: string | null;
  readonly address: string | null;
}

/** Digests are SHA-256 in hexadecimal digits. */
export interface Link {
  /** 1 for the first entry ever sealed, then without a gap. */
  readonly sequence: number;
  readonly entryId: string;
  readonly entrySha256: string;
  readonly previousSha256: string;
  readonly linkSha256: string;
  readonly sealedAt: string;
}

/** Where the chain ends. */
export interface ChainHead {
  readonly sequence: number;
  readonly linkSha256: string;
}

/** What the first link follows. */
export const BEFORE_THE_FIRST: ChainHead = { sequence: 0, linkSha256: '0'.repeat(64) };

/** SHA-256 of the canonical form (RFC 8785) of a value, in hexadecimal digits. */
export function canonicalSha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}

/** The digest of an entry: of all its fields, the payload by a digest of its own. */
export function entrySha256({ payload, ...fields }: HashedEntry): string {
  return canonicalSha256({ ...fields, payloadSha256: canonicalSha256(payload) });
}

/** The link that ties an entry to the end of the chain. */
export function linkAfter(head: ChainHead, entry: HashedEntry, sealedAt: string): Link {
  const tied = {
    sequence: head.sequence + 1,
    entryId: entry.id,
    entrySha256: entrySha256(entry),
    previousSha256: head.linkSha256,
    sealedAt,
  };
  return { ...tied, linkSha256: canonicalSha256(tied) };
}

/** Ties entries one after the other to the end of the chain. */
export function chainOf(head: ChainHead, entries: readonly HashedEntry[], sealedAt: string): readonly Link[] {
  const links: Link[] = [];
  for (const entry of entries) links.push(linkAfter(links.at(-1) ?? head, entry, sealedAt));
  return links;
}
