import * as fc from 'fast-check';
import { type Point, trendOf } from './trend';

const values = fc.integer({ min: 0, max: 10_000 });
const points = (many: { min: number; max: number }) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 400 }), values), { minLength: many.min, maxLength: many.max })
    .map((steps) => {
      let day = 0;
      return steps.map(([later, value]): Point => ({ day: (day += later), value }));
    });

function slopes(all: readonly Point[]): number[] {
  return all.flatMap((one, index) =>
    all.slice(index + 1).map((other) => (other.value - one.value) / (other.day - one.day)),
  );
}

describe('the trend of a delivery', () => {
  it('is a line where values lie on one, however unevenly they were reported', () => {
    const line = [0, 10, 95, 100, 260].map((day) => ({ day, value: 40 + 2 * day }));
    expect(trendOf(line)).toEqual({ pace: 2, level: 560, spread: 0 });
  });

  it('withstands one observation that may be anything, of five or more', () => {
    fc.assert(
      fc.property(
        points({ min: 5, max: 12 }),
        fc.nat(),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        (all, at, wrong) => {
          const index = at % all.length;
          const others = all.filter((_, other) => other !== index);
          const disturbed = all.map((point, other) => (other === index ? { ...point, value: wrong } : point));
          const { pace } = trendOf(disturbed);
          expect(pace).toBeGreaterThanOrEqual(Math.min(...slopes(others)));
          expect(pace).toBeLessThanOrEqual(Math.max(...slopes(others)));
        },
      ),
    );
  });

  it('stands at no value higher than was ever accepted', () => {
    fc.assert(
      fc.property(points({ min: 2, max: 12 }), (all) => {
        expect(trendOf(all).level).toBeLessThanOrEqual(Math.max(...all.map(({ value }) => value)));
      }),
    );
  });

  it('takes no slip of the last report for a new level', () => {
    const steady = [0, 90, 180, 270].map((day) => ({ day, value: day }));
    const { pace, level } = trendOf([...steady, { day: 360, value: 3600 }]);
    expect(pace).toBe(1);
    expect(level).toBe(360);
  });
});
