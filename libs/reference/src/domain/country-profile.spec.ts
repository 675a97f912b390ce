import { CountryProfileRefused, countryProfileOf } from './country-profile';

const content = {
  code: 'xx',
  names: { en: 'Somewhere' },
  currency: 'XXD',
  timeZone: 'Asia/Dubai',
  weekend: [5, 6],
  languages: ['ar', 'en'],
  defaultLanguage: 'en',
  searchSynonyms: [['pledge', 'promise']],
  legalTexts: [],
};

describe('a country profile', () => {
  it('is read with its missing names as null', () => {
    expect(countryProfileOf(content, '/somewhere', 'profile.json')).toMatchObject({
      code: 'xx',
      names: { ar: null, fr: null, en: 'Somewhere' },
      weekend: [5, 6],
      folder: '/somewhere',
    });
  });

  it('may leave the synonyms out', () => {
    const { searchSynonyms: _, ...rest } = content;
    expect(countryProfileOf(rest, '/somewhere', 'profile.json').searchSynonyms).toEqual([]);
  });

  it.each([
    ['code', 'X X'],
    ['names', {}],
    ['currency', 'dirham'],
    ['timeZone', 4],
    ['weekend', [0]],
    ['weekend', [1, 2, 3, 4, 5, 6, 7]],
    ['weekend', [6, 6]],
    ['languages', ['de']],
    ['defaultLanguage', 'fr'],
    ['searchSynonyms', [['']]],
  ])('is refused with a wrong %s', (entry, value) => {
    const read = () => countryProfileOf({ ...content, [entry]: value }, '/somewhere', 'x/profile.json');
    expect(read).toThrow(CountryProfileRefused);
    expect(read).toThrow(new RegExp(`x/profile.json cannot be used: .*${entry}`));
  });

  it('names every wrong entry at once', () => {
    expect(() => countryProfileOf({}, '/somewhere', 'p.json')).toThrow(
      /code .*names .*currency .*timeZone .*weekend/,
    );
  });
});
