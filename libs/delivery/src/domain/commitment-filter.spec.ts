import { FieldsRefused } from '@app/kernel';
import { CommitmentQuestion, readCommitmentFilter } from './commitment-filter';

function refusalOf(question: CommitmentQuestion) {
  try {
    readCommitmentFilter(question);
    return [];
  } catch (error) {
    return (error as FieldsRefused).violations.map(({ field, code }) => `${field}: ${code}`);
  }
}

describe('the question of a list', () => {
  it('asks for everything by deadline when nothing is said', () => {
    expect(readCommitmentFilter({})).toMatchObject({ statuses: [], kinds: [], q: null, sort: 'lastDay' });
  });

  it('names several statuses, each once and in their order', () => {
    const { statuses } = readCommitmentFilter({ status: ['unreported', 'due_soon', 'unreported'] });
    expect(statuses).toEqual(['due_soon', 'unreported']);
  });

  it.each([
    [{ status: ['on_time'] }, ['status: not_a_choice']],
    [{ status: ['due_soon', ''] }, ['status: not_a_choice']],
    [{ dueFrom: '2026-02-30' }, ['dueFrom: not_a_day']],
    [{ dueFrom: '2026', dueTo: 'never' }, ['dueFrom: not_a_day', 'dueTo: not_a_day']],
    [{ dueFrom: '2027-01-01', dueTo: '2026-12-31' }, ['dueTo: due_range_reversed']],
  ])('is refused for %j', (question, refused) => {
    expect(refusalOf(question)).toEqual(refused);
  });
});
