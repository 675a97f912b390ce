import * as fc from 'fast-check';
import { VERIFICATION_STATES, isLost, percentOf } from './verification';

const lines = fc.nat(5_000_000);
const states = fc.constantFrom(...VERIFICATION_STATES);

describe('how far a verification is', () => {
  it('is whole percent that never goes back, and whole only when it is finished', () => {
    fc.assert(
      fc.property(lines, lines, lines, (linesTotal, linesDone, more) => {
        const now = percentOf({ state: 'running', linesTotal, linesDone }) ?? -1;
        const later = percentOf({ state: 'running', linesTotal, linesDone: linesDone + more }) ?? -1;
        expect(Number.isInteger(now)).toBe(true);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(later).toBeGreaterThanOrEqual(now);
        expect(later).toBeLessThan(100);
        expect(percentOf({ state: 'finished', linesTotal, linesDone })).toBe(100);
      }),
    );
  });

  it('is unknown until the entries are counted', () => {
    expect(percentOf({ state: 'waiting', linesTotal: null, linesDone: 0 })).toBeNull();
    expect(percentOf({ state: 'running', linesTotal: 0, linesDone: 0 })).toBe(0);
    expect(percentOf({ state: 'running', linesTotal: 200, linesDone: 199 })).toBe(99);
  });
});

describe('the worker of a verification', () => {
  const seenAt = new Date('2026-11-25T10:00:00Z');

  it('is gone half a minute after its last sign of life, and only while it should run', () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 0, max: 120_000 }), (state, later) => {
        const now = new Date(seenAt.getTime() + later);
        expect(isLost({ state, seenAt }, now)).toBe(state === 'running' && later > 30_000);
      }),
    );
  });
});
