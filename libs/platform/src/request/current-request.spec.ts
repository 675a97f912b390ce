import { currentRequest, duringRequest, originOf, shortenedAddress } from './current-request';

describe('the current request', () => {
  it('is known to everything that it waits for, and to nothing else', async () => {
    const request = { id: 'r', address: null, origin: null, agent: null, caller: null };
    await duringRequest(request, async () => {
      await Promise.resolve();
      expect(currentRequest()).toBe(request);
    });
    expect(currentRequest()).toBeNull();
  });

  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8::6', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['nonsense', null],
    ['1::2::3', null],
    [undefined, null],
  ])('keeps of %s only %s', (address, network) => {
    expect(shortenedAddress(address)).toBe(network);
  });

  it.each([
    ['192.0.2.77', '::ffff:192.0.2.77', true],
    ['192.0.2.77', '192.0.2.78', false],
    ['2001:db8:0:1::5', '2001:0db8:0000:0001:ffff::9', true],
    ['2001:db8:0:1::5', '2001:db8:0:2::5', false],
  ])('counts %s and %s as one: %s', (one, other, same) => {
    expect(originOf(one)?.equals(originOf(other) ?? Buffer.alloc(0))).toBe(same);
  });

  it('counts by no address that is none', () => {
    expect(originOf('nonsense')).toBeNull();
    expect(originOf(undefined)).toBeNull();
  });
});
