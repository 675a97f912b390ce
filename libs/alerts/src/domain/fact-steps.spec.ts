import * as fc from 'fast-check';
import { type CalendarDate, WorkingDays, addDays, calendarDate } from '@app/kernel';
import { factStepsOn, stepDueOn } from './fact-steps';
import { ALERT_RULES, factRules } from './rules';

const START = calendarDate('2026-11-23');
const day = fc.integer({ min: -80, max: 80 }).map((days) => addDays(START, days));
const calendars = fc
  .record({ weekend: fc.constantFrom([6, 7], [5, 6], []), off: fc.array(day, { maxLength: 20 }) })
  .map(({ weekend, off }) => new WorkingDays(weekend, off));

describe('the steps of a rule about a fact', () => {
  it('are reached exactly from the day on which they fall due, however much of the clock was spent', () => {
    fc.assert(
      fc.property(
        calendars,
        day,
        day,
        fc.integer({ min: 0, max: 40 }),
        (workingDays, countedFrom, today, spent) => {
          const reached = factStepsOn(ALERT_RULES, today, workingDays);
          for (const rule of factRules(ALERT_RULES)) {
            for (const step of rule.steps) {
              const before = rule.counted === 'working_days' ? spent : 0;
              const line = reached.find(
                (one) =>
                  one.rule === rule.code &&
                  one.at === step.at &&
                  one.spent === Math.max(0, Math.min(before, step.at)),
              );
              const due = stepDueOn(rule, step, { countedFrom, spent: before }, workingDays);
              expect(countedFrom <= (line?.crossedUntil as CalendarDate)).toBe(due <= today);
              expect(countedFrom <= (line?.crossedBefore as CalendarDate)).toBe(due <= addDays(today, -1));
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('count working days after the day, not the day itself', () => {
    const workingDays = new WorkingDays([6, 7], []);
    const dueAfter = (at: number, from: string, spent = 0) =>
      stepDueOn({ counted: 'working_days' }, { at }, { countedFrom: calendarDate(from), spent }, workingDays);
    expect(dueAfter(5, '2026-12-01')).toBe('2026-12-08');
    expect(dueAfter(5, '2026-12-05')).toBe('2026-12-11');
    expect(dueAfter(10, '2026-12-21', 6)).toBe('2026-12-25');
    expect(dueAfter(5, '2026-12-05', 9)).toBe('2026-12-07');
    expect(dueAfter(0, '2026-12-05')).toBe('2026-12-07');
  });
});
