import { PageResponse } from '@app/platform';

/** What was signed of the chain on a day, and the proof. */
export class CheckpointResponse {
  /** Number of the last entry it stands for. */
  sequence: number;

  /** The digest that stands for all entries up to there. */
  linkSha256: string;

  /** Entries up to there. */
  entries: number;

  /** The legal day. */
  madeOn: string;
  madeAt: Date;

  /** SHA-256 of the public key (SubjectPublicKeyInfo, DER). */
  keyFingerprint: string;

  /** PEM */
  publicKey: string;

  /** Ed25519 over the UTF-8 bytes of `signed`, in base 64. */
  signature: string;

  /** The exact text that was signed. */
  signed: string;
}

export class CheckpointPageResponse extends PageResponse {
  items: CheckpointResponse[];
}
