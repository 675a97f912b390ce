import { calendarDate } from '@app/kernel';
import { type Position, actingOn, contentAfter, positionViolations } from './position';

const someone = (id: string, active = true) => ({ id, name: null, active });
const day = calendarDate;
const delegation = { account: someone('deputy'), from: day('2026-11-23'), until: day('2026-11-27') };
const actor = (position: Pick<Position, 'holder' | 'delegation'>, on: string) => {
  const acting = actingOn(position, day(on));
  return acting && `${acting.as} ${acting.account.id}`;
};

describe('who acts in a position', () => {
  const held = { holder: someone('holder'), delegation };

  it.each([
    ['2026-11-22', 'holder holder'],
    ['2026-11-23', 'delegate deputy'],
    ['2026-11-27', 'delegate deputy'],
    ['2026-11-28', 'holder holder'],
  ])('on %s is the %s', (on, who) => expect(actor(held, on)).toBe(who));

  it('is the holder when the delegate has left, the delegate of a vacant position, or nobody', () => {
    const gone = { ...delegation, account: someone('deputy', false) };
    expect(actor({ holder: someone('holder'), delegation: gone }, '2026-11-25')).toBe('holder holder');
    expect(actor({ holder: null, delegation }, '2026-11-25')).toBe('delegate deputy');
    expect(actor({ holder: someone('holder', false), delegation: gone }, '2026-11-25')).toBeNull();
    expect(actor({ holder: null, delegation: null }, '2026-11-25')).toBeNull();
  });
});

describe('what is asked of a position', () => {
  const first = contentAfter({
    names: { fr: ' Division ' },
    holderAccountId: 'h',
    delegate: { accountId: 'd', from: '2026-11-23', until: '2026-11-27' },
  });

  it('begins from nothing, keeps what is left out and takes away what is null', () => {
    expect(first).toEqual({
      names: { ar: null, fr: 'Division', en: null },
      superiorId: null,
      holderAccountId: 'h',
      delegateAccountId: 'd',
      delegateFrom: '2026-11-23',
      delegateUntil: '2026-11-27',
    });
    expect(contentAfter({}, first)).toEqual(first);
    expect(contentAfter({ names: { en: 'Division' }, superiorId: 's' }, first)).toEqual({
      ...first,
      names: { ar: null, fr: 'Division', en: 'Division' },
      superiorId: 's',
    });
    expect(contentAfter({ holderAccountId: null, delegate: null }, first)).toEqual({
      ...first,
      holderAccountId: null,
      delegateAccountId: null,
      delegateFrom: null,
      delegateUntil: null,
    });
  });

  it('has a name, a delegation that ends after it begins, and a delegate who is somebody else', () => {
    expect(positionViolations(first)).toEqual([]);
    const wrong = contentAfter(
      { names: { fr: null }, delegate: { accountId: 'h', from: '2026-11-23', until: '2026-11-22' } },
      first,
    );
    expect(positionViolations(wrong).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'names required',
      'delegate.until ends_before_it_begins',
      'delegate.accountId delegate_is_holder',
    ]);
  });
});
