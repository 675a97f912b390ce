import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
  it('is what the reference implementation writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme', noUnicodeString: false } as object), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  it('sorts keys by code unit, numbers among them too', () => {
    expect(canonicalJson({ b: 1, 10: 2, 9: 3, a: { d: [], c: null } })).toBe(
      '{"10":2,"9":3,"a":{"c":null,"d":[]},"b":1}',
    );
  });

  it('says the same again after a way through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = canonicalJson(value);
        expect(canonicalJson(JSON.parse(once))).toBe(once);
      }),
    );
  });

  it.each([NaN, Infinity, '\ud800', Symbol('x')])('refuses what JSON cannot say: %p', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });
});
