import * as fc from 'fast-check';
import { WorkingDays, addDays, calendarDate } from '@app/kernel';
import { crossedUntil } from './crossing';
import { ALERT_RULES, SUBJECT_TYPES, conditionHolds, thresholdRules } from './rules';
import { upcomingThresholds } from './upcoming-thresholds';

const CALENDAR = new WorkingDays([6, 7], [calendarDate('2029-01-01')]);
const days = fc.nat(3000).map((count) => addDays(calendarDate('2025-01-01'), count));

describe('thresholds that are still to come', () => {
  it('are exactly those that count for the term and that today has not crossed', () => {
    const term = fc.record({
      subjectType: fc.constantFrom(...SUBJECT_TYPES),
      deadline: days,
      termStart: days,
      recordedOn: days,
    });
    fc.assert(
      fc.property(term, days, (live, today) => {
        const expected = thresholdRules(ALERT_RULES).flatMap((rule) =>
          rule.thresholds.flatMap((threshold) => {
            const condition = threshold.when[live.subjectType];
            if (!condition || !conditionHolds(condition, threshold.days, live)) return [];
            return live.deadline > crossedUntil(threshold.days, today, CALENDAR) ? [threshold.days] : [];
          }),
        );
        const found = upcomingThresholds(live, ALERT_RULES, CALENDAR, today);
        expect(found.map((one) => one.days)).toEqual(expected);
        expect(found.every(({ dueOn }) => dueOn > today)).toBe(true);
      }),
    );
  });
});
