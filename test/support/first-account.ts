/** The first account of every test register. */
export const FIRST_ACCOUNT = {
  email: 'officer@register.test',
  password: 'a long enough passphrase',
  language: 'fr',
} as const;
