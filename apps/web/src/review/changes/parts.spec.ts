import { type AgreementDocument, partsThatDiffer } from './parts';

const difference = (path: string, field: string) => ({
  path,
  field,
  subject: 'agreement',
  subjectId: null,
  before: null,
  after: null,
});

const document = (...ids: string[]): AgreementDocument => ({
  title: { en: 'A fictional convention' },
  commitments: ids.map((id) => ({ id, milestones: [{ id: `${id}-half` }] })),
});

describe('parts that differ', () => {
  it('gathers the fields of one part, in the order of the document', () => {
    const found = partsThatDiffer(
      [
        difference('commitments[b].deadline.stated', 'deadline.stated'),
        difference('title.en', 'title.en'),
        difference('commitments[b].quantity.value', 'quantity.value'),
      ],
      document('a', 'b'),
      document('a', 'b'),
    );
    expect(found.map(({ kind, path, fields }) => [kind, path, fields])).toEqual([
      ['agreement', '', ['title.en']],
      ['commitment', 'commitments[b]', ['deadline.stated', 'quantity.value']],
    ]);
  });

  it('knows a part that came or went as a whole', () => {
    const found = partsThatDiffer(
      [difference('commitments[a]', ''), difference('commitments[b].milestones[b-half]', '')],
      document('a'),
      document('b'),
    );
    expect(found.map(({ kind, before, after }) => [kind, before !== null, after !== null])).toEqual([
      ['milestone', false, true],
      ['commitment', true, false],
    ]);
  });
});
