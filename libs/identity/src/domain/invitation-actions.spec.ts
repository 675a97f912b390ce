import * as fc from 'fast-check';
import { invitationOffers } from './invitation-actions';

const STATES = ['awaiting_confirmation', 'open', 'accepted', 'withdrawn', 'expired'] as const;
const FREE = { mayConfirm: null, mayChange: null, isOwn: false, mayMail: true };

const codes = (...asked: Parameters<typeof invitationOffers>) =>
  Object.fromEntries(
    invitationOffers(...asked).map(({ action, hindrance }) => [action, hindrance?.code ?? null]),
  );

describe('what may be done with an invitation', () => {
  it('is confirming by a second person, and withdrawing, before it is confirmed', () => {
    expect(codes('awaiting_confirmation', FREE)).toEqual({
      confirm: null,
      mail: 'invitation_not_in_state',
      withdraw: null,
    });
    expect(codes('awaiting_confirmation', { ...FREE, isOwn: true }).confirm).toBe('four_eyes');
  });

  it('is another mail, when the last is a while ago, and withdrawing, while it is open', () => {
    expect(codes('open', FREE)).toEqual({ confirm: 'invitation_not_in_state', mail: null, withdraw: null });
    expect(codes('open', { ...FREE, mayMail: false }).mail).toBe('mail_too_soon');
  });

  it('is nothing once it came to an end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), fc.boolean(), fc.boolean(), (state, isOwn, mayMail) => {
        const found = invitationOffers(state, { ...FREE, isOwn, mayMail }).filter(({ allowed }) => allowed);
        const isOver = !['awaiting_confirmation', 'open'].includes(state);
        if (isOver) expect(found).toEqual([]);
      }),
    );
  });

  it('names the missing permission before everything else', () => {
    const forbidden = { code: 'permission_required' };
    for (const state of STATES) {
      expect(codes(state, { ...FREE, mayConfirm: forbidden, mayChange: forbidden })).toEqual({
        confirm: 'permission_required',
        mail: 'permission_required',
        withdraw: 'permission_required',
      });
    }
  });
});
