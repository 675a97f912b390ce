import * as fc from 'fast-check';
import { formatBytes, formatDuration } from './measures';

describe('sizes and lengths of time', () => {
  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [1_000, '1 kB'],
    [52_300_000, '52.3 MB'],
    [2_000_000_000_000, '2 TB'],
  ])('tell %d bytes in the largest unit', (bytes, told) => {
    expect(formatBytes(bytes, 'en')).toBe(told);
  });

  it.each([
    [0, '0 seconds'],
    [90, '90 seconds'],
    [180, '3 minutes'],
    [7_200, '2 hours'],
    [200_000, '2 days'],
  ])('tell %d seconds in a unit of which there are two', (seconds, told) => {
    expect(formatDuration(seconds, 'en')).toBe(told);
  });

  it('are told of any number in every language', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e16, noNaN: true }),
        fc.constantFrom('ar', 'fr', 'en'),
        (value, language) => {
          expect(formatBytes(value, language)).toMatch(/\p{N}/u);
          expect(formatDuration(value, language)).toMatch(/\p{N}/u);
        },
      ),
    );
  });
});
