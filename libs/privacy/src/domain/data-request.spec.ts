import { calendarDate } from '@app/kernel';
import {
  DataRequest,
  dataRequestViolations,
  decisionViolations,
  dueDateOf,
  isOverdue,
  stateOf,
  subjectOf,
} from './data-request';

const TODAY = calendarDate('2026-11-23');
const decision: DataRequest['decision'] = {
  outcome: 'granted',
  reason: null,
  by: 'account:1',
  on: TODAY,
  erasesPublicNames: false,
};

describe('a request about personal data', () => {
  it('is due some calendar days after it was received, weekends and all', () => {
    expect(dueDateOf(calendarDate('2026-11-23'), 30)).toBe('2026-12-23');
    expect(dueDateOf(calendarDate('2028-02-01'), 30)).toBe('2028-03-02');
  });

  it('is open until it is decided, granted until it is carried out, then closed', () => {
    expect(stateOf({ decision: null, closedAt: null })).toBe('open');
    expect(stateOf({ decision, closedAt: null })).toBe('granted');
    expect(stateOf({ decision, closedAt: new Date(0) })).toBe('closed');
  });

  it('is overdue on the day after the last one, and never once it is closed', () => {
    const day = (dueOn: string, closedAt: Date | null = null) =>
      isOverdue({ dueOn: calendarDate(dueOn), closedAt }, TODAY);
    expect(day('2026-11-22')).toBe(true);
    expect(day('2026-11-23')).toBe(false);
    expect(day('2026-11-22', new Date(0))).toBe(false);
  });

  it('is about a person, an account or nobody known yet', () => {
    expect(subjectOf('p', null)).toEqual({ kind: 'person', id: 'p' });
    expect(subjectOf(null, 'a')).toEqual({ kind: 'account', id: 'a' });
    expect(subjectOf(undefined, undefined)).toEqual({ kind: 'unknown', id: null });
  });

  it('is refused from a day to come, about two subjects, with the number of a card', () => {
    expect(
      dataRequestViolations(
        {
          requester: { name: 'Amal Alaoui', words: 'my card is AB 123456' },
          receivedOn: calendarDate('2026-11-24'),
          personId: 'p',
          accountId: 'a',
          identityCheck: { how: 'in_person', on: calendarDate('2026-11-25') },
        },
        TODAY,
      ),
    ).toEqual([
      { field: 'requester.words', code: 'identity_number' },
      { field: 'receivedOn', code: 'day_to_come' },
      { field: 'accountId', code: 'one_subject' },
      { field: 'identityCheck.on', code: 'day_to_come' },
    ]);
  });
});

describe('a decision', () => {
  it.each([
    ['grants all of it without a reason', 'access', { outcome: 'granted' }, []],
    ['refuses with a reason', 'opposition', { outcome: 'refused', reason: 'a public act' }, []],
    ['refuses without one', 'opposition', { outcome: 'refused' }, ['decision_reason_required']],
    ['grants in part without one', 'access', { outcome: 'granted_in_part' }, ['decision_reason_required']],
    [
      'erases public names without one',
      'erasure',
      { outcome: 'granted', erasesPublicNames: true },
      ['decision_reason_required'],
    ],
    [
      'erases public names and refuses',
      'erasure',
      { outcome: 'refused', reason: 'no', erasesPublicNames: true },
      ['only_granted_erasure'],
    ],
    [
      'erases public names when access was asked',
      'access',
      { outcome: 'granted', reason: 'yes', erasesPublicNames: true },
      ['only_granted_erasure'],
    ],
    ['quotes a card', 'access', { outcome: 'refused', reason: 'AB123456 unknown' }, ['identity_number']],
  ] as const)('that %s', (_, kind, given, codes) => {
    expect(decisionViolations(kind, given).map(({ code }) => code)).toEqual(codes);
  });
});
