import { pathOfThisSite } from './return-to';

describe('Where somebody goes after signing in', () => {
  it.each([
    ['/staff/agreements?stage=review', '/staff/agreements?stage=review'],
    ['/fr/staff', '/staff'],
    ['/ar/account/sessions', '/account/sessions'],
    ['/frankly', '/frankly'],
  ])('%s leads to %s', (asked, path) => {
    expect(pathOfThisSite(asked)).toBe(path);
  });

  it.each([
    null,
    '',
    'staff',
    'https://elsewhere.test/',
    '//elsewhere.test',
    '/\\elsewhere.test',
    '/\t/elsewhere.test',
    '/fr//elsewhere.test',
    'javascript:alert(1)',
    `/${'a'.repeat(500)}`,
  ])('%j leads nowhere', (asked) => {
    expect(pathOfThisSite(asked)).toBeNull();
  });
});
