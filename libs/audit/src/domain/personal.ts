import { createHash } from 'node:crypto';

/**
 * A value that names or reaches a person, on its way into a payload. The payload keeps its digest; the value lies
 * beside the trail, from where it can be erased without breaking the digest of the entry.
 */
export class Personal {
  constructor(
    readonly value: string,
    /** Whom it is about; the subject of the entry when null. */
    readonly aboutId: string | null,
  ) {}

  /** Says itself nowhere by accident. */
  toJSON(): never {
    throw new Error('a personal value goes into a payload of the audit trail only');
  }
}

/** Marks a text of a payload as personal; an absent one stays null. */
export function personal(value: string, aboutId?: string | null): Personal;
export function personal(value: string | null, aboutId?: string | null): Personal | null;
export function personal(value: string | null, aboutId: string | null = null): Personal | null {
  return value === null ? null : new Personal(value, aboutId);
}

/** A personal value as it is kept beside the trail. */
export interface KeptPersonalValue {
  /** Where in the payload its digest stands: a JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly value: string;
  readonly salt: Buffer;
  readonly aboutId: string | null;
}

/** What the payload says in the place of a personal value. */
export interface PersonalDigest {
  readonly personal: string;
}

/** SHA-256 of the salt followed by the value in UTF-8, in hexadecimal digits. */
export function personalDigest(salt: Buffer, value: string): PersonalDigest {
  return { personal: createHash('sha256').update(salt).update(value, 'utf8').digest('hex') };
}

/** A payload with digests in the place of its personal values, and those values. */
export interface SeparatedPayload {
  readonly payload: Record<string, unknown>;
  readonly values: readonly KeptPersonalValue[];
}

/** Takes the personal values out of a payload; `newSalt` answers bytes that nobody can guess. */
export function separatePersonal(payload: object, newSalt: () => Buffer): SeparatedPayload {
  const values: KeptPersonalValue[] = [];
  const walk = (part: unknown, pointer: string): unknown => {
    if (part instanceof Personal) {
      const salt = newSalt();
      values.push({ pointer, value: part.value, salt, aboutId: part.aboutId });
      return personalDigest(salt, part.value);
    }
    if (Array.isArray(part)) return part.map((inner, index) => walk(inner, `${pointer}/${index}`));
    if (typeof part !== 'object' || part === null || 'toJSON' in part) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [key, walk(inner, `${pointer}/${pointerStep(key)}`)]),
    );
  };
  return { payload: walk(payload, '') as Record<string, unknown>, values };
}

function pointerStep(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
