import fc from 'fast-check';
import { PERMISSIONS, type Permission, type RoleGrant, isReading } from '@app/kernel';
import { type Holder, NATIONWIDE, decideAccess, mayChangeAt, organisationsOf } from './access';
import { ROLE_PERMISSIONS, permissionsOf, permits } from './permissions';
import { ROLES, type Role, SECOND_FACTOR_ROLES, isInvestorRole } from './roles';

const everywhere = (role: Role): RoleGrant => ({ role, scope: { kind: 'country' } });
const holder = (grants: readonly RoleGrant[], more: Partial<Holder> = {}): Holder => ({
  grants,
  secondFactor: true,
  limitedTo: null,
  ...more,
});

describe('what a role permits', () => {
  it('is one list for each role without repeats, of permissions that exist', () => {
    for (const role of ROLES) {
      const listed = ROLE_PERMISSIONS[role];
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed.filter((permission) => !PERMISSIONS.includes(permission))).toEqual([]);
    }
  });

  it('leaves no permission that nobody holds', () => {
    expect(permissionsOf(ROLES)).toEqual([...PERMISSIONS]);
  });

  it('gives investors nothing that changes the register, but a voice and their own reports', () => {
    for (const role of ROLES.filter(isInvestorRole)) {
      const inviting = ['invitation.issue', 'invitation.change'];
      const answering = ['report.attest', 'report.dispute', 'reply.give'];
      const changing = ROLE_PERMISSIONS[role].filter((permission) => !isReading(permission));
      expect([...changing].sort()).toEqual(
        [
          ...['change_request.ask', 'report.act', 'report.prepare'],
          ...(role === 'investor_representative' ? [...inviting, ...answering] : []),
        ].sort(),
      );
    }
  });
});

describe('a missing second factor', () => {
  const bare = (grants: readonly RoleGrant[]) => holder(grants, { secondFactor: false });

  it('never takes what an officer may, and never reading', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), fc.constantFrom(...PERMISSIONS), (roles, permission) => {
        const decision = decideAccess(bare(roles.map(everywhere)), permission);
        const withFactor = decideAccess(holder(roles.map(everywhere)), permission);
        const free = roles.some((role) => !SECOND_FACTOR_ROLES.includes(role) && permits(role, permission));
        if (free || isReading(permission)) expect(decision).toBe(withFactor);
        else expect(decision).toBe(withFactor === 'permitted' ? 'second_factor_required' : withFactor);
      }),
    );
  });

  it('does not widen a place: what the admin may everywhere is not what the regional officer may', () => {
    const grants: RoleGrant[] = [
      everywhere('admin'),
      { role: 'officer', scope: { kind: 'regions', codes: ['MA-01'] } },
    ];
    expect(mayChangeAt(bare(grants), 'reference.correct', NATIONWIDE)).toBe(false);
    expect(mayChangeAt(holder(grants), 'reference.correct', NATIONWIDE)).toBe(true);
  });
});

describe('a token', () => {
  it('permits what it is limited to and what its holder still may, never more', () => {
    fc.assert(
      fc.property(
        fc.subarray([...ROLES]),
        fc.subarray([...PERMISSIONS]),
        fc.constantFrom(...PERMISSIONS.filter((one) => one !== 'self')),
        (roles, limitedTo: Permission[], permission) => {
          const decision = decideAccess(holder(roles.map(everywhere), { limitedTo }), permission);
          const may = limitedTo.includes(permission) && roles.some((role) => permits(role, permission));
          expect(decision).toBe(may ? 'permitted' : 'permission_required');
        },
      ),
    );
  });
});

describe('where a role is held', () => {
  const officer = (scope: RoleGrant['scope']) => holder([{ role: 'officer', scope }]);
  const inRabat = { regions: ['MA-04'], sectors: ['ITO'] };

  it.each([
    ['the country', officer({ kind: 'country' }), true, true],
    ['one of its regions', officer({ kind: 'regions', codes: ['MA-04', 'MA-06'] }), true, false],
    ['another region', officer({ kind: 'regions', codes: ['MA-01'] }), false, false],
    ['its sector', officer({ kind: 'sectors', codes: ['ITO'] }), true, false],
    ['another sector', officer({ kind: 'sectors', codes: ['BPO'] }), false, false],
    ['an organisation', officer({ kind: 'organisation', organisationId: 'o' }), false, false],
  ])('%s decides what may be changed', (_, who, there, nationwide) => {
    expect(mayChangeAt(who, 'version.draft', inRabat)).toBe(there);
    expect(mayChangeAt(who, 'version.draft', NATIONWIDE)).toBe(nationwide);
    expect(mayChangeAt(who, 'account.change', inRabat)).toBe(false);
  });

  it('limits only investors in what they see', () => {
    expect(organisationsOf([everywhere('officer')])).toBeNull();
    expect(organisationsOf([])).toEqual([]);
    expect(
      organisationsOf([
        { role: 'investor_editor', scope: { kind: 'organisation', organisationId: 'a' } },
        { role: 'investor_representative', scope: { kind: 'organisation', organisationId: 'b' } },
      ]),
    ).toEqual(['a', 'b']);
  });
});
