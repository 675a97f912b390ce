import { type WantedMail, whyNotSent } from './identity-mail';

const NOW = new Date('2026-11-23T10:00:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const RESET: WantedMail = {
  purpose: 'password_reset',
  requestedAt: at(-10),
  isNewest: true,
  invitation: null,
  mayHavePassword: true,
};
const INVITATION: WantedMail = {
  ...RESET,
  purpose: 'invitation',
  requestedAt: at(-3 * 24 * 60),
  invitation: { state: 'open', expiresAt: at(60) },
  mayHavePassword: false,
};

describe('a mail about an account', () => {
  it.each<[string, WantedMail, string | null]>([
    ['a reset is sent', RESET, null],
    ['the older of two is not', { ...RESET, isNewest: false }, 'superseded'],
    ['a reset is not sent after an hour', { ...RESET, requestedAt: at(-61) }, 'too_late'],
    ['nor to an account that is closed', { ...RESET, mayHavePassword: false }, 'account_closed'],
    ['an invitation waits for days', INVITATION, null],
    [
      'not beyond its own end',
      { ...INVITATION, invitation: { state: 'open', expiresAt: NOW } },
      'no_longer_open',
    ],
    [
      'nor once it is withdrawn',
      { ...INVITATION, invitation: { state: 'withdrawn', expiresAt: at(60) } },
      'no_longer_open',
    ],
  ])('%s', (_, mail, reason) => expect(whyNotSent(mail, NOW)).toBe(reason));
});
