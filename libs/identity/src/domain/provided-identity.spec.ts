import { grantsFrom, personIn, refusedRolesOf, roleValuesIn, showsSecondFactor } from './provided-identity';
import { placeToReturnTo } from './provider-attempt';

describe('a person in the claims of a provider', () => {
  const verified = (email: unknown) => personIn({ email, email_verified: true }).email;

  it('has an address only when the provider has verified it', () => {
    expect(verified('Amal@Ministry.test')).toBe('amal@ministry.test');
    for (const said of [false, undefined, null, 'true', 1])
      expect(personIn({ email: 'amal@ministry.test', email_verified: said }).email).toBeNull();
  });

  it.each(['', 'amal', 'a@b@c', 'a b@c', 'a@b\u0000', 'a@\u202eb', `${'a'.repeat(65)}@b`, ['a@b'], null, 7])(
    'has no address in %j',
    (email) => expect(verified(email)).toBeNull(),
  );

  it.each([
    ['ar-MA', 'ar'],
    ['FR', 'fr'],
    ['en_GB', 'en'],
    ['de', null],
    [undefined, null],
    [7, null],
  ])('who reads %s is written to in %s', (locale, language) =>
    expect(personIn({ locale }).language).toBe(language),
  );

  it.each([
    ['  Amal Alaoui ', 'Amal Alaoui'],
    ['أمل العلوي', 'أمل العلوي'],
    ['', null],
    ['Amal\u202e', null],
    ['x'.repeat(201), null],
    ['Amal AB123456', null],
    [{}, null],
  ])('called %j is called %j', (name, kept) => expect(personIn({ name }).name).toBe(kept));
});

describe('the roles in the claims', () => {
  it.each<[string, Record<string, unknown>, string, string[]]>([
    ['a list', { roles: ['a', 'b', 3, null] }, 'roles', ['a', 'b']],
    ['one text', { roles: 'a b' }, 'roles', ['a b']],
    ['a path', { realm_access: { roles: ['a'] } }, 'realm_access.roles', ['a']],
    ['a whole name with dots', { 'https://example.org/roles': ['a'] }, 'https://example.org/roles', ['a']],
    ['nothing', {}, 'roles', []],
    ['a path through nothing', { realm_access: null }, 'realm_access.roles', []],
    ['no property of the language', {}, 'constructor.name', []],
  ])('are found in %s', (_where, claims, claim, values) =>
    expect(roleValuesIn(claims, claim)).toEqual(values),
  );

  const mapping = [
    { value: 'a', role: 'officer', scope: { kind: 'regions', codes: ['MA-06', 'MA-04'] } },
    { value: 'b', role: 'officer', scope: { kind: 'regions', codes: ['MA-04', 'MA-01'] } },
    { value: 'c', role: 'officer', scope: { kind: 'country' } },
    { value: 'c', role: 'auditor', scope: { kind: 'country' } },
  ] as const;

  it('grant each role once for each kind of scope', () => {
    expect(grantsFrom(['c', 'b', 'a', 'c', 'other'], mapping)).toEqual([
      { role: 'auditor', scope: { kind: 'country' } },
      { role: 'officer', scope: { kind: 'country' } },
      { role: 'officer', scope: { kind: 'regions', codes: ['MA-01', 'MA-04', 'MA-06'] } },
    ]);
    expect(grantsFrom(['A', ' a'], mapping)).toEqual([]);
  });

  it('are roles of staff only', () => {
    const scope = { kind: 'country' } as const;
    const roles = ['officer', 'investor_representative', 'investor_editor', 'minister', 'minister'];
    expect(refusedRolesOf(roles.map((role) => ({ value: 'a', role, scope })))).toHaveLength(3);
    expect(refusedRolesOf(mapping)).toEqual([]);
  });
});

describe('a second factor', () => {
  const accepted = ['mfa', 'otp', 'urn:example:strong'];

  it.each<[string | null, string[], boolean]>([
    [null, [], false],
    ['0', ['pwd'], false],
    [null, ['pwd', 'otp'], true],
    ['urn:example:strong', [], true],
    ['urn:example:stronger', ['MFA'], false],
  ])('behind acr %s and amr %j: %s', (contextClass, methods, shown) =>
    expect(showsSecondFactor({ contextClass, methods }, accepted)).toBe(shown),
  );
});

describe('a place to return to', () => {
  it.each(['/', '/agreements', '/a?b=//c#d', '/%2F'])('is %s', (place) =>
    expect(placeToReturnTo(place)).toBe(place),
  );

  it.each(['', 'a', '//a', '/\\a', 'https://a', '/a\\b', '/a b', '/\ta', '/é', `/${'a'.repeat(500)}`])(
    'is not %j',
    (place) => expect(placeToReturnTo(place)).toBeNull(),
  );
});
