import { type KeyObject, createHash, createPublicKey, sign, verify } from 'node:crypto';
import { type CalendarDate, canonicalJson } from '@app/kernel';
import type { ChainHead } from './chain';

/** What is signed of the chain on a day: how far it goes and the digest that stands for all of it. */
export interface CheckpointContent extends ChainHead {
  /** Entries in the chain up to here. */
  readonly entries: number;
  readonly madeOn: CalendarDate;
  readonly madeAt: Date;
}

/** A checkpoint with its proof. */
export interface Checkpoint extends CheckpointContent {
  /** SHA-256 of the public key (SubjectPublicKeyInfo, DER), in hexadecimal digits. */
  readonly keyFingerprint: string;
  /** PEM. */
  readonly publicKey: string;
  /** Ed25519, 64 bytes. */
  readonly signature: Buffer;
}

/** The name of a key: SHA-256 of its public half (SubjectPublicKeyInfo, DER), in hexadecimal digits. */
export function keyFingerprint(key: KeyObject): string {
  const der = publicHalf(key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex');
}

/** The public half of a key as PEM. */
export function publicKeyPem(key: KeyObject): string {
  return publicHalf(key).export({ type: 'spki', format: 'pem' }).toString();
}

function publicHalf(key: KeyObject): KeyObject {
  return key.type === 'private' ? createPublicKey(key) : key;
}

/**
 * The exact text whose UTF-8 bytes are signed: the canonical form (RFC 8785) of an object with the fields below, the
 * instant as in `2026-11-23T10:00:00.000Z`.
 */
export function signedText(content: CheckpointContent, fingerprint: string): string {
  const { sequence, linkSha256, entries, madeOn, madeAt } = content;
  return canonicalJson({
    format: 'mithaq-audit-checkpoint/1',
    sequence,
    linkSha256,
    entries,
    madeOn,
    madeAt: madeAt.toISOString(),
    keyFingerprint: fingerprint,
  });
}

/** Signs with a private Ed25519 key. */
export function signCheckpoint(content: CheckpointContent, key: KeyObject): Checkpoint {
  const fingerprint = keyFingerprint(key);
  return {
    ...content,
    keyFingerprint: fingerprint,
    publicKey: publicKeyPem(key),
    signature: sign(null, Buffer.from(signedText(content, fingerprint), 'utf8'), key),
  };
}

/** Whether the key that the checkpoint names signed what it says. */
export function isSignedCheckpoint(checkpoint: Checkpoint): boolean {
  const key = createPublicKey(checkpoint.publicKey);
  const text = Buffer.from(signedText(checkpoint, checkpoint.keyFingerprint), 'utf8');
  return keyFingerprint(key) === checkpoint.keyFingerprint && verify(null, text, key, checkpoint.signature);
}
