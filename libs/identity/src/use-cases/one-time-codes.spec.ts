import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { newSharedSecret, readableSecret, stepOfCode } from './one-time-codes';

/** Appendix B of RFC 6238, cut to six digits. */
const RFC_SECRET = Buffer.from('12345678901234567890');

describe('one-time codes', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('at %d are those of RFC 6238', (seconds, code) => {
    expect(stepOfCode(RFC_SECRET, code, null, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  const codeAt = (secret: Buffer, seconds: number) =>
    new TOTP({ secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) }).generate({
      timestamp: seconds * 1000,
    });

  it('are taken one step early or late, and no more', () => {
    const now = 1_795_000_000;
    const taken = [-60, -30, 0, 30, 60].map(
      (drift) => stepOfCode(RFC_SECRET, codeAt(RFC_SECRET, now + drift), null, new Date(now * 1000)) !== null,
    );
    expect(taken).toEqual([false, true, true, true, false]);
  });

  it('are taken once, whenever they are shown again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_700_000_000, max: 4_000_000_000 }),
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: 0, max: 90 }),
        (now, drift, later) => {
          const secret = newSharedSecret();
          const code = codeAt(secret, now + drift);
          const step = stepOfCode(secret, code, null, new Date(now * 1000));
          expect(step).not.toBeNull();
          const again = stepOfCode(secret, code, step, new Date((now + later) * 1000));
          // A later step may by chance have the same digits; the step taken never comes again.
          if (again !== null) expect(again).toBeGreaterThan(step ?? 0);
          expect(stepOfCode(secret, codeAt(secret, now - 60), step, new Date(now * 1000))).not.toBe(step);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are read with a blank in the middle', () => {
    expect(stepOfCode(RFC_SECRET, '287 082', null, new Date(59_000))).toBe(1);
  });

  it('come from a secret of 160 bits that a device reads', () => {
    const { secret, uri } = readableSecret(RFC_SECRET, 'a@b.test');
    expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(uri).toBe(
      'otpauth://totp/Mithaq:a%40b.test?issuer=Mithaq&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
    );
    expect(newSharedSecret()).toHaveLength(20);
  });
});
