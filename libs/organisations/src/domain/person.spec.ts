import { nameViolations, personNames, personViolations } from './person';

describe('the names of a person', () => {
  it('show the first when none is marked', () => {
    expect(personNames([{ value: ' Karim Zidane ' }, { value: 'كريم زيدان', language: 'ar' }])).toEqual([
      { value: 'Karim Zidane', language: null, preferred: true },
      { value: 'كريم زيدان', language: 'ar', preferred: false },
    ]);
  });

  it('show the one that is marked', () => {
    const names = personNames([{ value: 'Pierre Chome' }, { value: 'Pierre Chaume', preferred: true }]);
    expect(names.map(({ preferred }) => preferred)).toEqual([false, true]);
  });

  it.each([
    ['none', [], [{ field: 'names', code: 'person_name_required' }]],
    ['a blank one', [{ value: ' ' }], [{ field: 'names[0].value', code: 'required' }]],
    ['one twice', [{ value: 'A' }, { value: 'A' }], [{ field: 'names[1].value', code: 'name_repeated' }]],
    [
      'the number of a card',
      [{ value: 'Amal Alaoui, CIN AB 123456' }],
      [{ field: 'names[0].value', code: 'identity_number' }],
    ],
    [
      'two that are shown',
      [
        { value: 'A', preferred: true },
        { value: 'B', preferred: true },
      ],
      [{ field: 'names[1].preferred', code: 'one_preferred_name' }],
    ],
  ])('are refused with %s', (_, given, violations) => {
    expect(nameViolations(personNames(given))).toEqual(violations);
  });
});

it('refuses a note with the number of a card', () => {
  const names = personNames([{ value: 'Amal Alaoui' }]);
  expect(personViolations({ names, note: 'بطاقة AB ١٢٣٤٥٦' })).toEqual([
    { field: 'note', code: 'identity_number' },
  ]);
  expect(personViolations({ names, note: 'minister since 2021' })).toEqual([]);
});
