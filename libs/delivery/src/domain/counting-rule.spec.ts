import { choosableRules, statedRule } from './counting-rule';

describe('from where a reported value counts', () => {
  const stated = (basis: string, unit: string | null, hasBaseline = false) =>
    statedRule({ basis, unit, hasBaseline });

  it('is what the paper says', () => {
    expect(stated('new', 'jobs')).toBe('since_signature');
    expect(stated('additional', 'jobs', true)).toBe('above_baseline');
    expect(stated('additional', 'jobs')).toBe('since_signature');
    expect(stated('headcount_level', 'jobs', true)).toBe('level');
    expect(stated('site_capacity', 'places')).toBe('level');
    expect(stated('not_stated', 'MAD')).toBe('since_signature');
    expect(stated('not_stated', 'percent')).toBe('level');
  });

  it('is chosen where it says nothing of jobs', () => {
    expect(stated('not_stated', 'jobs')).toBeNull();
    expect(stated('not_stated', null)).toBeNull();
    expect(choosableRules({ hasBaseline: false })).toEqual(['since_signature', 'level']);
    expect(choosableRules({ hasBaseline: true })).toContain('above_baseline');
  });
});
