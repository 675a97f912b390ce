import type { RoleGrant } from '@app/kernel';
import type { Holder } from './access';
import { type InvestorToInvite, investorViolations, roleToInvite, stateAt } from './invitation';
import type { Role } from './roles';

const caller = (...grants: RoleGrant[]): Holder => ({ grants, secondFactor: true, limitedTo: null });
const staff = (role: Role): RoleGrant => ({ role, scope: { kind: 'country' } });
const of = (role: Role, organisationId: string): RoleGrant => ({
  role,
  scope: { kind: 'organisation', organisationId },
});

describe('who invites whom', () => {
  it.each<[string, Holder, string | null]>([
    ['an officer brings in who speaks for it', caller(staff('officer')), 'investor_representative'],
    [
      'so does a regional one: organisations have no place',
      caller({ role: 'officer', scope: { kind: 'regions', codes: ['MA-01'] } }),
      'investor_representative',
    ],
    ['an administrator does not', caller(staff('admin')), null],
    ['its representative brings in editors', caller(of('investor_representative', 'a')), 'investor_editor'],
    ['that of another does not', caller(of('investor_representative', 'b')), null],
    [
      'nor does its editor who represents another',
      caller(of('investor_editor', 'a'), of('investor_representative', 'b')),
      null,
    ],
  ])('%s', (_, who, role) => expect(roleToInvite(who, 'a')).toBe(role));
});

describe('an invitation of an organisation', () => {
  const PERSON: InvestorToInvite = { email: 'a@company.test', language: 'fr', office: 'General manager' };
  const document = { title: 'Board resolution of 2 March 2026', sha256: 'ab'.repeat(32) };
  const knownByLetterOf = { date: '2026-03-02', reference: 'DG/2026/114' };
  const codes = (invited: InvestorToInvite, role: 'investor_editor' | 'investor_representative') =>
    investorViolations(invited, role).map(({ field, code }) => `${field} ${code}`);

  it.each<[InvestorToInvite, string[]]>([
    [{ ...PERSON, mandate: { document } }, []],
    [{ ...PERSON, mandate: { knownByLetterOf } }, []],
    [PERSON, ['mandate required']],
    [{ ...PERSON, mandate: {} }, ['mandate required']],
    [{ ...PERSON, mandate: { document, knownByLetterOf } }, ['mandate mandate_twice']],
    [{ ...PERSON, office: null, mandate: { document } }, ['office required']],
    [{ ...PERSON, role: 'investor_editor', mandate: { document } }, ['role role_not_yours_to_give']],
  ])('names the office and one mandate of a representative (%#)', (invited, violations) =>
    expect(codes(invited, 'investor_representative')).toEqual(violations),
  );

  it('asks neither of an editor', () => {
    expect(codes({ ...PERSON, office: null }, 'investor_editor')).toEqual([]);
    expect(codes({ ...PERSON, mandate: { document } }, 'investor_editor')).toEqual([
      'mandate mandate_not_asked',
    ]);
  });

  it('has expired on its day, unless it came to an end before', () => {
    const expiresAt = new Date('2026-11-23T10:00:00Z');
    expect(stateAt({ state: 'open', expiresAt }, new Date('2026-11-23T09:59:59Z'))).toBe('open');
    expect(stateAt({ state: 'open', expiresAt }, expiresAt)).toBe('expired');
    expect(stateAt({ state: 'awaiting_confirmation', expiresAt }, expiresAt)).toBe('expired');
    expect(stateAt({ state: 'accepted', expiresAt }, expiresAt)).toBe('accepted');
  });
});
