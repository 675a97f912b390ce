import * as fc from 'fast-check';
import { type CommitmentFate, FATES, mappingFaults } from './successor-mapping';

const fate = (commitmentId: string, change: Partial<CommitmentFate> = {}): CommitmentFate => ({
  commitmentId,
  fate: 'carried_over',
  successorCommitmentId: 's1',
  reason: null,
  ...change,
});
const dropped = (commitmentId: string, change: Partial<CommitmentFate> = {}): CommitmentFate =>
  fate(commitmentId, { fate: 'dropped', successorCommitmentId: null, reason: 'given up', ...change });

const faults = (live: string[], fates: CommitmentFate[]) =>
  mappingFaults(live, ['s1', 's2'], fates).map(({ field, code }) => `${field}: ${code}`);

describe('the mapping of promises to a successor', () => {
  it('gives each live promise one fate', () => {
    expect(faults(['a', 'b'], [fate('a'), dropped('b')])).toEqual([]);
    expect(faults([], [])).toEqual([]);
  });

  it.each<[string, CommitmentFate[], string[]]>([
    ['a promise without a fate', [fate('a')], ['successor.commitments: commitment_not_mapped']],
    [
      'a promise with two',
      [fate('a'), dropped('a'), fate('b')],
      ['successor.commitments[1].commitmentId: repeated'],
    ],
    [
      'a promise of nobody',
      [fate('a'), fate('b'), fate('z')],
      ['successor.commitments[2].commitmentId: unknown_reference'],
    ],
    [
      'a promise that lives on nowhere',
      [fate('a', { successorCommitmentId: null }), fate('b', { successorCommitmentId: 'z' })],
      [
        'successor.commitments[0].successorCommitmentId: required',
        'successor.commitments[1].successorCommitmentId: unknown_reference',
      ],
    ],
    [
      'one that is dropped without a reason, and one that is dropped and lives on',
      [dropped('a', { reason: null }), dropped('b', { successorCommitmentId: 's1' })],
      [
        'successor.commitments[0].reason: required',
        'successor.commitments[1].successorCommitmentId: dropped_lives_on',
      ],
    ],
  ])('is refused with %s', (_, fates, expected) => expect(faults(['a', 'b'], fates)).toEqual(expected));

  it('is complete whenever no fault is found', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const fates = fc.array(
      fc.record({
        commitmentId: ids,
        fate: fc.constantFrom(...FATES),
        successorCommitmentId: fc.constantFrom(null, 's1', 's2', 's3'),
        reason: fc.constantFrom(null, 'because'),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.uniqueArray(ids), fates, (live, given) => {
        if (mappingFaults(live, ['s1', 's2'], given).length > 0) return;
        expect(given.map(({ commitmentId }) => commitmentId).sort()).toEqual([...live].sort());
        expect(given.every((one) => (one.fate === 'dropped') === (one.successorCommitmentId === null))).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
