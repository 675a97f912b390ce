import { type TypedBreakdown, pathOf, sentBreakdowns, sumOf, withPart } from './breakdowns';

const BY_SEX: TypedBreakdown = { by: 'sex', partial: false, parts: [] };
const BY_SITE: TypedBreakdown = {
  ...{ by: 'site', partial: true },
  parts: [
    { key: '', value: 4 },
    { key: ' A fictional site ', value: 12 },
    { key: 'Another', value: null },
  ],
};

describe('a figure that is broken down', () => {
  it('sends what was written alone', () => {
    expect(sentBreakdowns([BY_SEX, BY_SITE])).toEqual([
      { by: 'site', partial: true, parts: [{ key: 'A fictional site', value: 12 }] },
    ]);
  });

  it('finds each part where it stands in what is sent', () => {
    const all = [BY_SEX, BY_SITE];
    expect(pathOf(all, 'site')).toBe('breakdowns[0]');
    expect(pathOf(all, 'site', ' A fictional site ')).toBe('breakdowns[0].parts[0]');
    expect(pathOf(all, 'site', 'Another')).toBe('breakdown.site.Another');
    expect(pathOf(all, 'sex')).toBe('breakdown.sex');
  });

  it('keeps fixed parts in their order, takes out an empty one, and adds up exactly', () => {
    const some = withPart(withPart(BY_SEX, 'men', 0.2), 'women', 0.1);
    expect(some.parts.map(({ key }) => key)).toEqual(['women', 'men']);
    expect(sumOf(some)).toBe(0.3);
    expect(withPart(some, 'women', null).parts.map(({ key }) => key)).toEqual(['men']);
  });
});
