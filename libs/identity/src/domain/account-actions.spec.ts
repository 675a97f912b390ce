import * as fc from 'fast-check';
import { ACCOUNT_ACTIONS, type AccountAction, accountOffers } from './account-actions';

const OPEN = { active: true, erased: false, demonstration: false, secondFactor: true };
const FREE = { permission: null, isOwn: false, isLastAdministrator: false };

const codes = (...asked: Parameters<typeof accountOffers>) =>
  Object.fromEntries(
    accountOffers(...asked).map(({ action, hindrance }) => [action, hindrance?.code ?? null]),
  );
const allowed = (...asked: Parameters<typeof accountOffers>): AccountAction[] =>
  accountOffers(...asked).flatMap((offer) => (offer.allowed ? [offer.action] : []));

const accounts = fc.record({
  active: fc.boolean(),
  erased: fc.boolean(),
  demonstration: fc.boolean(),
  secondFactor: fc.boolean(),
});
const circumstances = fc.record({
  permission: fc.constant(null),
  isOwn: fc.boolean(),
  isLastAdministrator: fc.boolean(),
});

describe('what may be done with an account', () => {
  it('is everything but to open it again, while it is open and somebody else’s', () => {
    expect(allowed(OPEN, FREE)).toEqual(ACCOUNT_ACTIONS.filter((action) => action !== 'reopen'));
  });

  it('is nothing without the permission, for one and the same reason', () => {
    fc.assert(
      fc.property(accounts, circumstances, (account, around) => {
        const offers = accountOffers(account, { ...around, permission: { code: 'permission_required' } });
        expect(new Set(offers.map(({ hindrance }) => hindrance?.code))).toEqual(
          new Set(['permission_required']),
        );
      }),
    );
  });

  it('is never both to close and to open it', () => {
    fc.assert(
      fc.property(accounts, circumstances, (account, around) => {
        const found = allowed(account, around);
        expect(found.includes('close') && found.includes('reopen')).toBe(false);
      }),
    );
  });

  it.each([
    ['their own roles', OPEN, { ...FREE, isOwn: true }, { close: 'own_grants', rename: null }],
    [
      'an erased account',
      { ...OPEN, active: false, erased: true },
      FREE,
      { reopen: 'account_erased', rename: 'account_erased' },
    ],
    [
      'a demonstration',
      { ...OPEN, demonstration: true },
      FREE,
      { change_grants: 'demonstration_account', rename: null },
    ],
    [
      'the last administrator',
      OPEN,
      { ...FREE, isLastAdministrator: true },
      { close: 'last_administrator', change_grants: null },
    ],
    [
      'no second factor',
      { ...OPEN, secondFactor: false },
      FREE,
      { reset_second_factor: 'second_factor_missing' },
    ],
    ['a closed account', { ...OPEN, active: false }, FREE, { close: 'action_not_possible', reopen: null }],
  ])('is hindered by %s', (_, account, around, expected) => {
    expect(codes(account, around)).toMatchObject(expected);
  });
});
