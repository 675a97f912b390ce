import { randomBytes } from 'node:crypto';
import { SEED_BYTES, SEED_KEY_BYTES, type SeedKeys, openSeed, sealSeed } from './sealed-seed';

const ACCOUNT = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';

describe('the seed of a second factor', () => {
  const seed = randomBytes(SEED_BYTES);
  const key = randomBytes(SEED_KEY_BYTES);
  const keys: SeedKeys = [key];

  it('is kept so that it cannot be read, and never twice in the same way', () => {
    const [one, two] = [sealSeed(seed, ACCOUNT, keys), sealSeed(seed, ACCOUNT, keys)];
    expect(one.includes(seed)).toBe(false);
    expect(one.equals(two)).toBe(false);
    expect([one.length, two.length]).toEqual([53, 53]);
    expect(openSeed(one, ACCOUNT, keys)).toEqual({ seed, outdated: false });
  });

  it('opens for its own account and with its own key only', () => {
    const sealed = sealSeed(seed, ACCOUNT, keys);
    expect(openSeed(sealed, OTHER, keys)).toBeNull();
    expect(openSeed(sealed, ACCOUNT, [randomBytes(SEED_KEY_BYTES)])).toBeNull();
  });

  it('does not open once any part of it was changed', () => {
    const sealed = sealSeed(seed, ACCOUNT, keys);
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(openSeed(changed, ACCOUNT, keys)).toBeNull();
    }
    expect(openSeed(sealed.subarray(0, -1), ACCOUNT, keys)).toBeNull();
  });

  it('opens with an older key, or as it was kept before, and is then to be sealed anew', () => {
    const sealed = sealSeed(seed, ACCOUNT, keys);
    expect(openSeed(sealed, ACCOUNT, [randomBytes(SEED_KEY_BYTES), key])).toEqual({ seed, outdated: true });
    expect(openSeed(seed, ACCOUNT, keys)).toEqual({ seed, outdated: true });
  });
});
