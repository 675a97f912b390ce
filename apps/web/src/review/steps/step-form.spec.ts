import { NOTHING_TYPED, missingIn, stepOf } from './step-form';

describe('a legal step as it is typed', () => {
  it('sends what was typed, and nothing that was left empty', () => {
    expect(stepOf('terminate', { ...NOTHING_TYPED, reason: ' By judgment ' }, [])).toEqual({
      action: 'terminate',
      reason: 'By judgment',
      on: null,
    });
  });

  it('brings the part of its own action only', () => {
    const typed = { ...NOTHING_TYPED, on: '2026-11-02', ground: 'Litigation', rule: 'none' as const };
    expect(stepOf('suspend', typed, [])).toMatchObject({
      on: '2026-11-02',
      suspension: { ground: 'Litigation', expectedEnd: null },
    });
    expect(stepOf('resume', typed, [])).toMatchObject({ shift: { rule: 'none' } });
    expect(stepOf('resume', typed, [])).not.toHaveProperty('suspension');
  });

  it('gives each promise its fate in the order of the promises', () => {
    const fate = (commitmentId: string, kept: 'carried_over' | 'dropped') => ({
      commitmentId,
      fate: kept,
      successorCommitmentId: 'n1',
      reason: 'No longer wanted',
    });
    const typed = {
      ...NOTHING_TYPED,
      successorId: 's',
      fates: { b: fate('b', 'dropped'), a: fate('a', 'carried_over') },
    };
    expect(stepOf('supersede', typed, ['a', 'b']).successor?.commitments).toEqual([
      { commitmentId: 'a', fate: 'carried_over', successorCommitmentId: 'n1', reason: null },
      { commitmentId: 'b', fate: 'dropped', successorCommitmentId: null, reason: 'No longer wanted' },
    ]);
  });

  it('asks for a reason, a ground, and the fate of each promise', () => {
    expect(missingIn('lapse', NOTHING_TYPED, [])).toEqual(['reason']);
    expect(missingIn('suspend', NOTHING_TYPED, [])).toEqual(['suspension.ground']);
    expect(missingIn('fulfil', NOTHING_TYPED, [])).toEqual([]);
    expect(missingIn('supersede', { ...NOTHING_TYPED, reason: 'x', successorId: 's' }, ['a'])).toEqual([
      'successor.commitments[0].fate',
    ]);
    expect(missingIn('resume', { ...NOTHING_TYPED, rule: 'new_dates' }, [])).toEqual(['shift.dates']);
  });
});
