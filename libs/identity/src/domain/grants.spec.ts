import { FieldsRefused } from '@app/kernel';
import { type RequestedGrant, administersAll, isSameGrant, requestedGrants } from './grants';
import type { AccountKind } from './roles';

const organisationId = '0198c0de-0000-7000-8000-000000000001';
const officer = (scope: RequestedGrant['scope']): RequestedGrant => ({ role: 'officer', scope });

function refused(kind: AccountKind, ...grants: RequestedGrant[]): string[] {
  try {
    requestedGrants(kind, grants);
    return [];
  } catch (error) {
    if (!(error instanceof FieldsRefused)) throw error;
    return error.violations.map(({ field, code }) => `${field} ${code}`);
  }
}

describe('grants that are asked for', () => {
  it('are read with their codes once and in order', () => {
    expect(
      requestedGrants('staff', [
        officer({ kind: 'regions', codes: ['MA-06', 'MA-04', 'MA-06'] }),
        officer({ kind: 'sectors', codes: ['ITO'], organisationId: null }),
        { role: 'admin', scope: { kind: 'country', codes: null } },
      ]),
    ).toEqual([
      { role: 'officer', scope: { kind: 'regions', codes: ['MA-04', 'MA-06'] } },
      { role: 'officer', scope: { kind: 'sectors', codes: ['ITO'] } },
      { role: 'admin', scope: { kind: 'country' } },
    ]);
    const mine = { role: 'investor_editor', scope: { kind: 'organisation', organisationId } } as const;
    expect(requestedGrants('investor', [mine])).toEqual([mine]);
    expect(requestedGrants('staff', [])).toEqual([]);
  });

  it('keep staff and investors apart', () => {
    const investor: RequestedGrant = { role: 'investor_editor', scope: { kind: 'country' } };
    expect(refused('staff', investor)).toEqual(['grants[0].role role_of_other_kind']);
    expect(refused('investor', officer({ kind: 'country' }))).toEqual(['grants[0].role role_of_other_kind']);
    expect(refused('investor', investor)).toEqual(['grants[0].scope.kind scope_of_other_kind']);
    expect(refused('staff', officer({ kind: 'organisation', organisationId }))).toEqual([
      'grants[0].scope.kind scope_of_other_kind',
    ]);
  });

  it('say where, and nothing else', () => {
    expect(refused('staff', officer({ kind: 'regions' }))).toEqual(['grants[0].scope.codes required']);
    expect(refused('staff', officer({ kind: 'country', codes: ['MA-04'], organisationId }))).toEqual([
      'grants[0].scope.codes scope_of_other_kind',
      'grants[0].scope.organisationId scope_of_other_kind',
    ]);
    expect(refused('investor', { role: 'investor_editor', scope: { kind: 'organisation' } })).toEqual([
      'grants[0].scope.organisationId required',
    ]);
  });

  it('name a role once for a kind of scope', () => {
    const inRegions = (...codes: string[]) => officer({ kind: 'regions', codes });
    expect(refused('staff', inRegions('MA-01'), inRegions('MA-02'))).toEqual(['grants[1] repeated']);
    expect(refused('staff', inRegions('MA-01'), officer({ kind: 'country' }))).toEqual([]);
  });
});

it('tells equal grants from others, whatever the order of their codes', () => {
  const regions = (...codes: string[]) => ({ role: 'officer', scope: { kind: 'regions' as const, codes } });
  expect(isSameGrant(regions('a', 'b'), regions('b', 'a'))).toBe(true);
  expect(isSameGrant(regions('a', 'b'), regions('a'))).toBe(false);
  expect(isSameGrant(regions('a'), { role: 'officer', scope: { kind: 'sectors', codes: ['a'] } })).toBe(
    false,
  );
});

it('takes only an administrator of the whole country for one', () => {
  expect(administersAll([{ role: 'admin', scope: { kind: 'country' } }])).toBe(true);
  expect(administersAll([{ role: 'admin', scope: { kind: 'regions', codes: ['MA-04'] } }])).toBe(false);
  expect(administersAll([{ role: 'officer', scope: { kind: 'country' } }])).toBe(false);
});
