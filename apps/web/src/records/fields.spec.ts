import { type RecordField, bodyOf } from './fields';

interface Body {
  readonly name: string;
  readonly days: number;
  readonly names: object;
  readonly variants: string[];
}

const FIELDS: readonly RecordField<Body>[] = [
  { key: 'name', kind: 'text', label: 'name' },
  { key: 'days', kind: 'number', label: 'days' },
  { key: 'names', kind: 'texts', label: 'names' },
  { key: 'variants', kind: 'lines', label: 'variants' },
];
const RECORD = { name: 'a', days: 2, names: { ar: null, fr: 'b', en: null }, variants: ['x', 'y'] };

describe('What a form sends', () => {
  it('is what was changed alone', () => {
    const typed = {
      name: 'a',
      days: '3',
      names: { ar: '', fr: ' b ', en: undefined },
      variants: 'x\n\n y ',
    };
    expect(bodyOf(FIELDS, typed, RECORD)).toEqual({ days: 3 });
  });

  it('says that an answer was taken out', () => {
    expect(bodyOf(FIELDS, { name: ' ', variants: '' }, RECORD)).toEqual({ name: null, variants: [] });
  });

  it('leaves out of a new record what nobody answered', () => {
    expect(bodyOf(FIELDS, { name: '', days: '2' }, null)).toEqual({ days: 2 });
  });

  it('sends as it is what is no number, for the refusal to name the field', () => {
    expect(bodyOf(FIELDS, { days: 'two' }, null)).toEqual({ days: 'two' });
  });
});
