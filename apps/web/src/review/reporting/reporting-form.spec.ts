import { type Reporting, beginCalendar, missingFields, requestOf } from './reporting-form';

const promise = {
  ...{ commitmentId: 'c1', title: {}, measure: 'quantity', organisationId: 'o1' },
  ...{ isAnswerable: true, isSettled: false, countingRule: null },
  choosableRules: ['since_signature', 'level'],
} as Reporting['promises'][number];

const NEVER_OPENED: Reporting = {
  ...{ id: 'a1', revision: 3, state: 'not_agreed', calendar: null, earlier: [] },
  ...{ proposedRhythm: 'half_yearly', promises: [promise], upcoming: [], allowedActions: [] },
};

describe('a calendar that is typed', () => {
  it('begins with what the register proposes, and wants a choice where the paper is silent', () => {
    const typed = beginCalendar(NEVER_OPENED);
    expect(typed.rhythm).toBe('half_yearly');
    expect(missingFields(typed, NEVER_OPENED)).toEqual(['countingRules[0].rule']);
    expect(missingFields({ ...typed, rules: { c1: 'level' } }, NEVER_OPENED)).toEqual([]);
  });

  it('wants a day for own dates, days within limits, and a reason where one is open', () => {
    const typed = {
      ...beginCalendar(NEVER_OPENED),
      ...{ rhythm: 'own_dates' as const, dueDays: '0', graceDays: '181', rules: { c1: 'level' } },
    };
    expect(missingFields(typed, { ...NEVER_OPENED, state: 'open' })).toEqual([
      ...['dates', 'dueDays', 'graceDays', 'reason'],
    ]);
    expect(missingFields({ ...typed, dueDays: '1.5', graceDays: '' }, NEVER_OPENED)).toEqual([
      ...['dates', 'dueDays', 'graceDays'],
    ]);
  });

  it('sends days that were chosen alone, and only with own dates', () => {
    const typed = {
      ...beginCalendar(NEVER_OPENED),
      ...{ dates: ['2026-05-31', ''], rules: { c1: 'level' }, fromDay: '' },
    };
    expect(requestOf(typed, NEVER_OPENED)).toEqual({
      ...{ rhythm: 'half_yearly', dates: [], fromDay: null, dueDays: 30, graceDays: 30 },
      ...{ countingRules: [{ commitmentId: 'c1', rule: 'level' }], reason: null },
    });
    expect(requestOf({ ...typed, rhythm: 'own_dates' }, NEVER_OPENED).dates).toEqual([
      { until: '2026-05-31' },
    ]);
  });
});
