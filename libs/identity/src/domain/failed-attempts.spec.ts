import fc from 'fast-check';
import { COUNTED, SLOWING_RULES, secondsLeft, waitAfter, withAttempt } from './failed-attempts';

const at = new Date('2026-11-23T10:00:00Z');
const none = { failures: 0, lastAt: at, blockedUntil: at };

describe('the wait after failures', () => {
  it.each([
    ['account', 4, 0],
    ['account', 5, 2],
    ['account', 6, 4],
    ['account', 13, 512],
    ['account', 14, 900],
    ['account', 5000, 900],
    ['address', 19, 0],
    ['address', 20, 2],
    ['address', 29, 900],
  ] as const)('of an %s, %d of them, is %d seconds', (counted, failures, seconds) => {
    expect(waitAfter(counted, failures)).toBe(seconds);
  });

  it('never shrinks and never passes a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COUNTED), fc.nat({ max: 1_000_000 }), (counted, failures) => {
        expect(waitAfter(counted, failures + 1)).toBeGreaterThanOrEqual(waitAfter(counted, failures));
        expect(waitAfter(counted, failures)).toBeLessThanOrEqual(15 * 60);
      }),
    );
  });

  it('bounds the guesses of a day, however they are timed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COUNTED),
        fc.array(fc.nat({ max: 5000 }), { maxLength: 50 }),
        (counted, gaps) => {
          const day = 24 * 3600;
          let count = none;
          let guesses = 0;
          let now = 0;
          for (let turn = 0; now < day; turn += 1) {
            const instant = new Date(at.getTime() + now * 1000);
            const left = secondsLeft(count, instant);
            if (left === 0) {
              count = withAttempt(counted, count, instant);
              guesses += 1;
            }
            now += Math.max(left, gaps[turn % Math.max(1, gaps.length)] ?? 0, 0.001);
          }
          const { free, longest, forgottenAfter } = SLOWING_RULES[counted];
          expect(guesses).toBeLessThanOrEqual((day / forgottenAfter + 1) * (free + 10) + day / longest);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is forgotten after a quiet time', () => {
    const often = { failures: 50, lastAt: at, blockedUntil: at };
    const inADay = new Date(at.getTime() + 24 * 3600_000);
    expect(withAttempt('account', often, inADay).failures).toBe(51);
    expect(withAttempt('account', often, new Date(inADay.getTime() + 1)).failures).toBe(1);
    expect(withAttempt('address', often, inADay).failures).toBe(1);
  });

  it('is told in whole seconds', () => {
    const until = { ...none, blockedUntil: new Date(at.getTime() + 1001) };
    expect(secondsLeft(until, at)).toBe(2);
    expect(secondsLeft(until, until.blockedUntil)).toBe(0);
  });
});
