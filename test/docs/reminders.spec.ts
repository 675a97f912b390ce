import { CalendarDate, WorkingDays, addDays, calendarDate, publishedDate } from '@app/kernel';
import { dueOn } from '../../libs/alerts/src/domain/crossing';
import { conditionHolds, Threshold, thresholdRules, ALERT_RULES } from '../../libs/alerts/src/domain/rules';
import { HolidayDates, daysOff } from '../../libs/reference/src/domain/holiday';
import { readProfileFiles } from '../content/profile-files';
import { documentText, tableUnder } from './markdown';

const README = documentText('README.md');
const profile = readProfileFiles('ma');
const holidays = profile.holidays.map(
  (holiday) =>
    ({ monthDay: null, sinceYear: null, firstDay: null, days: null, ...holiday }) as unknown as HolidayDates,
);
const workingDays = new WorkingDays([6, 7], daysOff(holidays));
const thresholds = thresholdRules(ALERT_RULES).flatMap((rule) => rule.thresholds);

interface DatedPromise {
  readonly reference: string;
  readonly type: 'commitment' | 'milestone';
  readonly value: number | null;
  readonly lastDay: CalendarDate;
  readonly termStart: CalendarDate;
}

const promises = profile.agreements
  .filter(({ legalState }) => legalState === 'signed' || legalState === 'in_force')
  .flatMap(({ publishedReference: reference, signing, commitments }) =>
    commitments.flatMap(({ quantity, deadline, milestones }): DatedPromise[] => {
      const termStart = publishedDate(signing.date?.stated ?? '').lastDay;
      const of = (type: DatedPromise['type'], value: number | null, stated: string) => ({
        ...{ reference, type, value, termStart },
        lastDay: publishedDate(stated).lastDay,
      });
      return [
        ...(deadline ? [of('commitment', quantity?.value ?? null, deadline.stated)] : []),
        ...milestones.map((one) => of('milestone', one.quantity?.value ?? null, one.deadline.stated)),
      ];
    }),
  );

/** The most urgent threshold that a promise has crossed on a day on which it was also recorded. */
function mostUrgent(
  { type, lastDay: deadline, termStart }: DatedPromise,
  today: CalendarDate,
): number | undefined {
  const crossed = ({ days, when }: Threshold): boolean => {
    const condition = when[type];
    const term = { deadline, termStart, recordedOn: today };
    return (
      condition !== undefined &&
      conditionHolds(condition, days, term) &&
      dueOn(deadline, days, workingDays) <= today
    );
  };
  return thresholds
    .filter(crossed)
    .map(({ days }) => days)
    .sort((one, other) => other - one)[0];
}

describe('what a fresh register sends on 23 November 2026, in the README', () => {
  const rows = tableUnder(README, 'Agreement', 'Promise', 'Last day', 'Told at');
  const firstNumber = (text: string) => Number(/[\d,]+/.exec(text)?.[0].replace(/,/g, ''));

  it('is what the rules and the register say', () => {
    const told = promises.flatMap((promise) => {
      const days = mostUrgent(promise, calendarDate('2026-11-23'));
      return days === undefined
        ? []
        : [[promise.reference, promise.type, promise.value, promise.lastDay, days].join(' ')];
    });
    const printed = rows.map(([reference, promise = '', lastDay, toldAt = '']) => {
      const days = firstNumber(toldAt) * (toldAt.endsWith('late') ? 1 : -1);
      const type = promise.startsWith('milestone') ? 'milestone' : 'commitment';
      return [reference, type, firstNumber(promise), lastDay, days].join(' ');
    });
    expect(printed.sort()).toEqual(told.sort());
    expect(README).toContain('fourteen messages');
    expect(printed).toHaveLength(14);
  });
});

describe('the rehearsal of 2T Services in the README', () => {
  const deadline = calendarDate('2028-12-31');
  const rows = tableUnder(README, 'Threshold', 'Day itself', 'Told on');

  it('has every threshold of a long term, on the days that the calendar gives', () => {
    const expected = thresholds
      .filter(({ when }) => when.commitment)
      .map(({ days }) => [days, addDays(deadline, days), dueOn(deadline, days, workingDays)]);
    const printed = rows.map(([days = '', day, told]) => [Number(days.replace('−', '-')), day, told]);
    expect(printed.slice(0, -1)).toEqual(expected.slice(0, -1));
    expect(printed.at(-1)).toEqual([450, '2030-03-26', 'after the rehearsed time']);
    expect(expected.at(-1)?.[2]).toBe('2030-03-26');
  });
});

describe('what the register holds, in the README', () => {
  const words = README.replace(/\s+/g, ' ').replace(/\*\*/g, '');

  it.each([
    ['agreements', profile.agreements.length],
    ['commitments', profile.agreements.flatMap(({ commitments }) => commitments).length],
    ['organisations', profile.organisations.length],
    ['persons', profile.persons.length],
    ['signing events', profile.events.length],
    ['citations', profile.agreements.flatMap(({ citations }) => citations).length],
    ['sources', profile.sources.length],
    ['regions', profile.regions.length],
    ['zones', profile.zones.length],
    ['sectors', profile.sectors.length],
    ['national figures', profile.indicators.figures.length],
  ])('%s are as many as it says', (name, count) => expect(words).toContain(`${count} ${name}`));
});
