import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Bytes of the secret that a device and the register share (RFC 4226, 4). */
export const SEED_BYTES = 20;

/** Bytes of a key that seals seeds: AES-256. */
export const SEED_KEY_BYTES = 32;

const FORM = 1;
const KEY_NAME_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_NAME_BYTES;
const SEALED_BYTES = HEAD_BYTES + NONCE_BYTES + SEED_BYTES + TAG_BYTES;

/** The keys of an installation: the first seals, the others open what was sealed before it came. */
export type SeedKeys = readonly [Buffer, ...Buffer[]];

/** A seed as devices have it. */
export interface OpenedSeed {
  readonly seed: Buffer;
  /** Whether it is kept in an older way, or under an older key, and should be sealed anew. */
  readonly outdated: boolean;
}

/**
 * A seed as it is kept: form, name of the key, nonce, AES-256-GCM and its tag. It opens for its account alone, so that
 * nobody gives an account the device of another by copying a row.
 */
export function sealSeed(seed: Buffer, accountId: string, [key]: SeedKeys): Buffer {
  const head = Buffer.concat([Buffer.from([FORM]), nameOf(key)]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(head, accountId));
  const sealed = Buffer.concat([cipher.update(seed), cipher.final()]);
  return Buffer.concat([head, nonce, sealed, cipher.getAuthTag()]);
}

/** The seed behind what is kept, also of the time before seeds were sealed; null when no key opens it. */
export function openSeed(kept: Buffer, accountId: string, keys: SeedKeys): OpenedSeed | null {
  if (kept.length === SEED_BYTES) return { seed: kept, outdated: true };
  if (kept.length !== SEALED_BYTES || kept[0] !== FORM) return null;
  const head = kept.subarray(0, HEAD_BYTES);
  const key = keys.find((one) => nameOf(one).equals(head.subarray(1)));
  if (key === undefined) return null;
  const nonce = kept.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
  const opening = createDecipheriv('aes-256-gcm', key, nonce)
    .setAAD(boundTo(head, accountId))
    .setAuthTag(kept.subarray(-TAG_BYTES));
  try {
    const sealed = kept.subarray(HEAD_BYTES + NONCE_BYTES, -TAG_BYTES);
    return { seed: Buffer.concat([opening.update(sealed), opening.final()]), outdated: key !== keys[0] };
  } catch {
    return null;
  }
}

function nameOf(key: Buffer): Buffer {
  return createHash('sha256').update(key).digest().subarray(0, KEY_NAME_BYTES);
}

function boundTo(head: Buffer, accountId: string): Buffer {
  return Buffer.concat([head, Buffer.from(accountId.toLowerCase())]);
}
