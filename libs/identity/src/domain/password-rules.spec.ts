import fc from 'fast-check';
import { passwordFaultOf } from './password-rules';

const EMAIL = 'amina.tazi@investment.example';

describe('a password', () => {
  it.each([
    ['a long enough passphrase', null],
    ['صيف طويل على شاطئ', null],
    ['tr0ub4dor&3xyz', null],
    ['eleven char', 'password_too_short'],
    ['𝟚𝟚𝟚', 'password_too_short'],
    ['x'.repeat(201), 'password_too_long'],
    ['1qaz2wsx3edc', 'password_too_common'],
    ['ADMINISTRATOR', 'password_too_common'],
    ['Bienvenue2026!', 'password_too_common'],
    ['!!motdepasse2026', 'password_too_common'],
    ['abcabcabcabc', 'password_too_common'],
    ['aaaaaaaaaaaaaa', 'password_too_common'],
    ['abcdefghijklmn', 'password_too_common'],
    [EMAIL, 'password_is_address'],
    ['Amina.Tazi-Mithaq', 'password_is_address'],
    ['investment2026', 'password_too_common'],
  ])('%s: %s', (password, fault) => {
    expect(passwordFaultOf(password, EMAIL)).toBe(fault);
  });

  it('is judged alike in every form of the same characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (password) => {
        expect(passwordFaultOf(password.normalize('NFD'), EMAIL)).toBe(
          passwordFaultOf(password.normalize('NFC'), EMAIL),
        );
      }),
    );
  });
});
