import { Secret, TOTP } from 'otpauth';
import { STEP_SECONDS, stepsTaken } from '../domain/one-time-code';
import { SEED_BYTES } from '../domain/sealed-seed';

const ISSUER = 'Mithaq';

/** A new secret that a device and the register share. */
export function newSharedSecret(): Buffer {
  return Buffer.from(new Secret({ size: SEED_BYTES }).bytes);
}

function oneTimeCodes(secret: Buffer, label: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  });
}

/** A secret as people type it, and as a device reads it from a picture. */
export function readableSecret(secret: Buffer, email: string): { secret: string; uri: string } {
  const codes = oneTimeCodes(secret, email);
  return { secret: codes.secret.base32, uri: codes.toString() };
}

/** The step of time whose code this is; null when it is none that is taken now. `at` is what devices outside show. */
export function stepOfCode(secret: Buffer, code: string, lastStep: number | null, at: Date): number | null {
  const codes = oneTimeCodes(secret, '');
  const token = code.replace(/\s/g, '');
  const timestampOf = (step: number) => step * STEP_SECONDS * 1000;
  const step = stepsTaken(at, lastStep).find(
    (one) => codes.validate({ token, timestamp: timestampOf(one), window: 0 }) !== null,
  );
  return step ?? null;
}
