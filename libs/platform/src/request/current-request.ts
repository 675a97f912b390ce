import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { Caller } from '../http/caller';

/** The request that is being answered: what logs, the audit trail and the database need to know of it. */
export interface CurrentRequest {
  /** Names the request in answers, logs and the audit trail. */
  readonly id: string;
  /** The address it came from, shortened so that it names a network and not a person. */
  readonly address: string | null;
  /** Digest of where it came from, to count by: an IPv4 address, or the /64 network that one IPv6 connection is given. */
  readonly origin: Buffer | null;
  /** What the browser or program calls itself. */
  readonly agent: string | null;
  /** Null until the edge knows who is asking, and for requests that nobody signed in sends. */
  caller: Caller | null;
  /** Whether its route asks nobody who they are: what it does is then the system's, whoever is signed in. */
  isPublic?: boolean;
}

const storage = new AsyncLocalStorage<CurrentRequest>();

/** The request behind the running code; null for jobs, commands and tests of use cases. */
export function currentRequest(): CurrentRequest | null {
  return storage.getStore() ?? null;
}

/** Runs work as part of a request. */
export function duringRequest<T>(request: CurrentRequest, work: () => T): T {
  return storage.run(request, work);
}

/**
 * The network an address belongs to: the first three numbers of an IPv4 address, the first three groups of an IPv6
 * one. Null for what is no address.
 */
export function shortenedAddress(address: string | undefined): string | null {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address ?? '');
  if (v4) return `${v4[1]}.0/24`;
  if (!address?.includes(':')) return null;
  const groups = expanded(address.split('%')[0] ?? '');
  return groups === null ? null : `${groups.slice(0, 3).join(':')}::/48`;
}

/** The digest under which failures of an address are counted; null for what is no address. */
export function originOf(address: string | undefined): Buffer | null {
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address ?? '')?.[1];
  const groups = address?.includes(':') ? expanded(address.split('%')[0] ?? '') : null;
  const network =
    v4 ??
    groups
      ?.slice(0, 4)
      .map((group) => Number.parseInt(group, 16))
      .join(':');
  return network === undefined ? null : createHash('sha256').update(network).digest();
}

function expanded(address: string): string[] | null {
  const [head = '', tail, more] = address.toLowerCase().split('::');
  if (more !== undefined) return null;
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? groups : null;
}
